package dev.dateline.ingest.extract;

import dev.dateline.schemas.DeadLetterCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one {@code newsItem} of NewsML-G2 from a stream that stands on its start. */
final class NewsItem {

  /** Schemes of subjects that say what an article is about, rather than where or who. */
  private static final Set<String> CODED = Set.of("medtop:", "subj:");

  private final XMLStreamReader reader;
  private final ArticleDraft draft = new ArticleDraft();
  private final Deque<String> path = new ArrayDeque<>();
  private String itemClass = "ninat:text";
  private String status = "";
  private String text = "";
  private int textRank = -1;
  private @Nullable String openCode;
  private boolean openIsCategory;
  private @Nullable String literal;

  NewsItem(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** Reads to the end of the item. */
  Extraction read(Origin origin) throws XMLStreamException {
    draft.guid(attribute("guid"));
    String declared = reader.getAttributeValue("http://www.w3.org/XML/1998/namespace", "lang");
    path.push("newsItem");
    while (!path.isEmpty()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(reader.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(path.pop());
      }
    }
    draft.language(declared).prose(text);
    return result(origin);
  }

  private Extraction result(Origin origin) {
    String what = "The item " + (origin.item().isPresent() ? origin.item().getAsInt() + 1 : 1);
    if (status.endsWith(":withheld")) {
      return new Extraction.Skipped(what + " is withheld by its publisher.", origin);
    }
    if (status.endsWith(":canceled") || status.endsWith(":cancelled")) {
      draft.withdrawn();
    }
    Optional<ExtractedArticle> article = draft.build();
    if (article.isPresent()) {
      return new Extraction.Extracted(article.get(), origin);
    }
    if (!itemClass.endsWith(":text") && !itemClass.endsWith(":composite")) {
      return new Extraction.Skipped(what + " is a NewsML-G2 item that holds no text.", origin);
    }
    return new Extraction.Rejected(
        DeadLetterCode.EMPTY, what + " is NewsML-G2 without text in its contentSet.", origin);
  }

  private void start(String name) throws XMLStreamException {
    String parent = path.element();
    if (path.size() > 100) {
      throw new XMLStreamException("nested too deeply", reader.getLocation());
    }
    switch (name) {
      case "itemClass" -> itemClass = orEmpty(attribute("qcode"));
      case "pubStatus" -> status = orEmpty(attribute("qcode"));
      case "language" -> draft.language(attribute("tag"));
      case "subject", "genre" -> {
        openCode = attribute("qcode") != null ? attribute("qcode") : attribute("uri");
        openIsCategory = parent.equals("contentMeta") && !isPlaceOrParty(attribute("type"));
      }
      case "inlineXML" -> {
        content(MarkupCopy.copy(reader), 2);
        return;
      }
      case "inlineData" -> {
        String type = orEmpty(attribute("contenttype"));
        String data = MarkupCopy.text(reader);
        boolean markup = type.contains("html") || type.contains("xml");
        if (markup) {
          content(data, 1);
        } else if (type.isEmpty() || type.startsWith("text/")) {
          offer(data, 3);
        }
        return;
      }
      case "headline",
          "versionCreated",
          "firstCreated",
          "contentCreated",
          "contentModified",
          "by",
          "name",
          "description",
          "published" -> {
        String role = attribute("role");
        value(name, parent, role, MarkupCopy.text(reader));
        return;
      }
      default -> {
        // nothing of this element itself is taken
      }
    }
    if (name.equals("provider")) {
      literal = attribute("literal");
    }
    path.push(name);
  }

  private void end(String name) {
    switch (name) {
      case "provider" -> draft.publisher(literal);
      case "subject", "genre" -> {
        category(null);
        openCode = null;
      }
      default -> {
        // nothing is left to do
      }
    }
  }

  private void value(String name, String parent, @Nullable String role, String value) {
    switch (name) {
      case "headline" -> {
        if (role == null || role.endsWith("main")) {
          draft.title(value);
        }
      }
      case "versionCreated" -> draft.updatedAt(value);
      case "firstCreated", "published" -> draft.publishedAt(value);
      case "contentCreated" -> draft.publishedAt(value);
      case "by" -> draft.author(value);
      case "description" -> draft.summary(parent.equals("contentMeta") ? value : null);
      case "name" -> {
        switch (parent) {
          case "provider" -> draft.publisher(value);
          case "creator" -> draft.author(path.contains("contentMeta") ? value : null);
          case "subject", "genre" -> category(value);
          default -> {
            // names of other things
          }
        }
      }
      default -> {
        // contentModified tells of the text alone; versionCreated is the newer one
      }
    }
  }

  private void category(@Nullable String name) {
    if (!openIsCategory) {
      return;
    }
    Optional<String> medtop = MediaTopicCode.of(openCode);
    boolean coded = openCode != null && CODED.stream().anyMatch(openCode::startsWith);
    draft.category(medtop.orElse(coded || name == null ? openCode : name));
    openIsCategory = false;
  }

  private static boolean isPlaceOrParty(@Nullable String type) {
    return type != null && !type.endsWith(":abstract") && !type.endsWith(":event");
  }

  private void content(String markup, int rank) {
    offer(HtmlText.prose(markup), rank);
  }

  /** The content of the best form stays: plain text before markup. */
  private void offer(String content, int rank) {
    if (!content.isBlank() && rank > textRank) {
      text = content;
      textRank = rank;
    }
  }

  private @Nullable String attribute(String name) {
    return reader.getAttributeValue(null, name);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
