package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.HtmlText;
import dev.dateline.schemas.DeadLetterCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one {@code newsItem} of NewsML-G2 from a stream that stands on its start. */
final class NewsItem {

  /** Types of subjects that say where and who, rather than what. */
  private static final Set<String> PLACES_AND_PARTIES =
      Set.of("geoArea", "poi", "person", "organisation", "organization", "object");

  private final XMLStreamReader reader;
  private final ArticleDraft draft = new ArticleDraft();
  private final Deque<String> path = new ArrayDeque<>();
  private String itemClass = "ninat:text";
  private String status = "";
  private String text = "";
  private int textRank = -1;
  private @Nullable String openCode;
  private @Nullable String openName;
  private boolean openIsCategory;
  private @Nullable String literal;
  private @Nullable String versionCreated;
  private final List<String> creators = new ArrayList<>();

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
    draft.language(declared).publishedAt(versionCreated, "versionCreated").prose(text);
    draft.byline(creators);
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
      case "subject" -> {
        openCode = attribute("qcode") != null ? attribute("qcode") : attribute("uri");
        openName = null;
        openIsCategory = parent.equals("contentMeta") && !isPlaceOrParty(attribute("type"));
      }
      case "sameAs", "broader" -> {
        boolean known = MediaTopicCode.of(openCode).isPresent();
        if (parent.equals("subject")
            && !known
            && MediaTopicCode.of(attribute("qcode")).isPresent()) {
          openCode = attribute("qcode");
        }
      }
      case "inlineXML" -> {
        offer(HtmlText.prose(MarkupCopy.copy(reader)), 2);
        return;
      }
      case "inlineData" -> {
        String type = orEmpty(attribute("contenttype"));
        String data = MarkupCopy.text(reader);
        boolean markup = type.contains("html") || type.contains("xml");
        if (markup) {
          offer(HtmlText.prose(data), 2);
        } else if (type.isEmpty() || type.startsWith("text/")) {
          offer(data, 1);
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
      case "subject" -> category();
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
      case "versionCreated" -> {
        versionCreated = value;
        draft.updatedAt(value);
      }
      case "firstCreated", "published" -> draft.publishedAt(value, name);
      case "contentCreated" -> draft.publishedAt(value, name);
      case "by" -> by(value);
      case "description" -> draft.summary(parent.equals("contentMeta") ? value : null);
      case "name" -> {
        switch (parent) {
          case "provider" -> draft.publisher(value);
          case "creator" -> {
            if (path.contains("contentMeta")) {
              creators.add(value);
            }
          }
          case "subject" -> {
            if (openName == null && !isShort(role)) {
              openName = value;
            }
          }
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

  /**
   * The byline is for readers: it names who wrote the text, where {@code creator} may name the
   * agency. It is kept whole where it cannot be told apart.
   */
  private void by(String line) {
    draft.byline(line);
    if (!draft.hasAuthors()) {
      draft.author(line);
    }
  }

  /** A topic by its code where that is a Media Topic, else by its name, else by its code. */
  private void category() {
    if (openIsCategory) {
      String name = openName == null ? openCode : openName;
      draft.category(MediaTopicCode.of(openCode).orElse(name));
    }
    openIsCategory = false;
  }

  /** Whether a name is an abbreviation that the agency uses inside. */
  private static boolean isShort(@Nullable String role) {
    return role != null && (role.endsWith(":mnemonic") || role.endsWith(":short"));
  }

  private static boolean isPlaceOrParty(@Nullable String type) {
    return type != null && PLACES_AND_PARTIES.contains(type.substring(type.indexOf(':') + 1));
  }

  /** Markup before plain text, which agencies cut into parts; of each form the longest. */
  private void offer(String content, int rank) {
    if (rank > textRank && !content.isBlank()
        || rank == textRank && content.length() > text.length()) {
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
