package dev.dateline.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.text.HtmlText;
import dev.dateline.schemas.DeadLetterCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads IPTC ninjs, versions 1.x, 2.x and 3.x (iptc.org/std/ninjs). */
final class Ninjs {

  private static final Set<String> MARKS =
      Set.of(
          "uri", "bodies", "headlines", "body_text", "body_html", "body_xhtml", "versioncreated");

  /** Relations of a person to an item that say who wrote it. */
  private static final Set<String> WRITERS = Set.of("author", "creator", "byline");

  private Ninjs() {}

  /** Whether an object looks like ninjs and not like Dateline's own form. */
  static boolean isNinjs(JsonNode node) {
    if (node.path("text").isTextual()) {
      return false;
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      if (MARKS.contains(names.next().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  static Extraction read(JsonNode node, Origin origin, String where) {
    Origin known = origin.as("application/vnd.iptc.ninjs+json", origin.charset());
    String status = JsonTree.text(node, "pubstatus");
    if ("withheld".equals(status)) {
      return new Extraction.Skipped(where + " is withheld by its publisher.", known);
    }
    ArticleDraft draft = new ArticleDraft().prose(body(node));
    if ("canceled".equals(status) || "cancelled".equals(status)) {
      draft.withdrawn();
    }
    metadata(node, draft);
    Optional<ExtractedArticle> article = draft.build();
    if (article.isPresent()) {
      return new Extraction.Extracted(article.get(), known);
    }
    String type = JsonTree.text(node, "type");
    boolean planned = type == null && JsonTree.member(node, "eventdetails") != null;
    if (planned || type != null && !type.equals("text") && !type.equals("composite")) {
      return new Extraction.Skipped(where + " is a ninjs item that holds no text.", known);
    }
    return new Extraction.Rejected(
        DeadLetterCode.EMPTY,
        where + " is ninjs without a body: neither body_text, body_html nor bodies hold text.",
        known);
  }

  private static void metadata(JsonNode node, ArticleDraft draft) {
    draft
        .guid(JsonTree.text(node, "uri"))
        .url(JsonTree.text(node, "url"))
        .title(plain(preferred(node, "headlines")))
        .title(JsonTree.text(node, "headline"))
        .title(JsonTree.text(node, "title"))
        .title(HtmlText.line(first(node, "headline_")))
        .summary(plain(preferred(node, "descriptions")))
        .summary(JsonTree.text(node, "description_text"))
        .summary(HtmlText.line(first(node, "description_")))
        .language(JsonTree.text(node, "language"))
        .publishedAt(JsonTree.text(node, "firstcreated"), "firstcreated")
        .publishedAt(JsonTree.text(node, "contentcreated"), "contentcreated")
        .publishedAt(JsonTree.text(node, "versioncreated"), "versioncreated")
        .updatedAt(JsonTree.text(node, "versioncreated"))
        .publisher(firstName(JsonTree.member(node, "infosources")))
        .publisher(firstName(JsonTree.member(node, "infosource")))
        .publisher(JsonTree.text(node, "copyrightholder"))
        .image(image(JsonTree.member(node, "associations")));
    for (String name : new String[] {"byline", "by"}) {
      draft.byline(JsonTree.text(node, name));
      if (!draft.hasAuthors()) {
        draft.author(JsonTree.text(node, name));
      }
    }
    if (!draft.hasAuthors()) {
      writers(node, draft);
    }
    for (String name : new String[] {"subject", "subjects"}) {
      elements(JsonTree.member(node, name)).forEach(subject -> draft.category(category(subject)));
    }
  }

  /**
   * The main text: plain text where it is given, else the text of the markup. Plain text in one
   * line has lost its paragraphs: then the markup that says the same has them.
   */
  private static String body(JsonNode node) {
    String plain = plainBody(node);
    if (plain.isBlank() || plain.strip().contains("\n")) {
      return plain.isBlank() ? brief(node) : plain;
    }
    return markups(node)
        .filter(markup -> markup.contains("\n"))
        .filter(markup -> letters(markup) == letters(plain))
        .findFirst()
        .orElse(plain);
  }

  private static String plainBody(JsonNode node) {
    JsonNode body = preferred(node, "bodies");
    if (body != null) {
      return text(body);
    }
    String plain = JsonTree.text(node, "body_text");
    return plain != null && !plain.isBlank()
        ? plain
        : markups(node).filter(markup -> !markup.isBlank()).findFirst().orElse("");
  }

  /** The texts of all bodies in markup. */
  private static Stream<String> markups(JsonNode node) {
    Stream<String> parts =
        elements(JsonTree.member(node, "bodies")).stream().filter(Ninjs::isMarkup).map(Ninjs::text);
    Stream<String> members =
        node.properties().stream()
            .filter(member -> isMarkup(member.getKey(), "body_"))
            .map(member -> JsonTree.scalar(member.getValue()))
            .filter(Objects::nonNull)
            .map(HtmlText::prose);
    return Stream.concat(parts, members);
  }

  /** Version 1 says by the end of a name what the member holds. */
  private static boolean isMarkup(String member, String prefix) {
    String name = member.toLowerCase(Locale.ROOT);
    return name.startsWith(prefix) && !name.equals(prefix + "text");
  }

  /** The first member that a name begins so, and that is not the plain one. */
  private static @Nullable String first(JsonNode node, String prefix) {
    return node.properties().stream()
        .filter(member -> isMarkup(member.getKey(), prefix))
        .map(member -> JsonTree.scalar(member.getValue()))
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** A text item without a body is a brief: its description is all there is. */
  private static String brief(JsonNode node) {
    if (!"text".equals(JsonTree.text(node, "type"))) {
      return "";
    }
    String description = plain(preferred(node, "descriptions"));
    String text = description == null ? JsonTree.text(node, "description_text") : description;
    return text == null ? "" : text;
  }

  private static String text(JsonNode part) {
    String value = JsonTree.text(part, "value");
    return value == null ? "" : isMarkup(part) ? HtmlText.prose(value) : value;
  }

  private static @Nullable String plain(@Nullable JsonNode part) {
    return part == null ? null : text(part);
  }

  private static boolean isMarkup(JsonNode part) {
    String type = JsonTree.text(part, "contenttype");
    String role = JsonTree.text(part, "role");
    return type != null
        ? type.contains("html") || type.contains("xml")
        : role != null && role.toLowerCase(Locale.ROOT).contains("html");
  }

  /** The part with the role "main", else the longest plain one, else the longest. */
  private static @Nullable JsonNode preferred(JsonNode node, String name) {
    JsonNode best = null;
    long bestRank = -1;
    for (JsonNode part : elements(JsonTree.member(node, name))) {
      String value = JsonTree.text(part, "value");
      if (value == null || value.isBlank()) {
        continue;
      }
      long rank = value.length();
      rank += isMarkup(part) ? 0 : 1L << 32;
      rank += "main".equals(JsonTree.text(part, "role")) ? 1L << 33 : 0;
      if (rank > bestRank) {
        best = part;
        bestRank = rank;
      }
    }
    return best;
  }

  private static @Nullable String category(JsonNode subject) {
    String scheme = JsonTree.text(subject, "scheme");
    String code = JsonTree.text(subject, "code");
    String name = JsonTree.text(subject, "name");
    return Stream.of(
            JsonTree.text(subject, "uri"),
            code,
            scheme + code,
            scheme + ":" + code,
            scheme + "/" + code,
            JsonTree.text(subject, "literal"))
        .flatMap(written -> MediaTopicCode.of(written).stream())
        .findFirst()
        .or(
            () ->
                Stream.of(name, JsonTree.text(subject, "literal"), code)
                    .filter(Objects::nonNull)
                    .findFirst())
        .orElse(null);
  }

  /**
   * Version 1 calls them person, the later ones people; most of them are whom the item is about.
   */
  private static void writers(JsonNode node, ArticleDraft draft) {
    for (String list : new String[] {"person", "people"}) {
      for (JsonNode person : elements(JsonTree.member(node, list))) {
        String relation = JsonTree.text(person, "rel");
        if (relation != null && WRITERS.contains(relation.toLowerCase(Locale.ROOT))) {
          draft.author(JsonTree.text(person, "name"));
        }
      }
    }
  }

  private static @Nullable String firstName(@Nullable JsonNode list) {
    for (JsonNode element : elements(list)) {
      String name = JsonTree.text(element, "name");
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** The address of the first picture among the associated items, as large as it is offered. */
  private static @Nullable String image(@Nullable JsonNode associations) {
    for (JsonNode item : elements(associations)) {
      if ("picture".equals(JsonTree.text(item, "type"))) {
        Optional<String> address =
            elements(JsonTree.member(item, "renditions")).stream()
                .filter(rendition -> JsonTree.text(rendition, "href") != null)
                .max(Comparator.comparingDouble(Ninjs::width))
                .map(rendition -> JsonTree.text(rendition, "href"));
        if (address.isPresent()) {
          return address.get();
        }
      }
    }
    return null;
  }

  private static double width(JsonNode rendition) {
    JsonNode width = JsonTree.member(rendition, "width");
    return width == null ? 0 : width.asDouble();
  }

  /** The elements of an array, or the values of an object: versions differ in this. */
  private static List<JsonNode> elements(@Nullable JsonNode node) {
    List<JsonNode> elements = new ArrayList<>();
    if (node != null && node.isContainerNode()) {
      node.elements().forEachRemaining(elements::add);
    }
    return elements;
  }
}
