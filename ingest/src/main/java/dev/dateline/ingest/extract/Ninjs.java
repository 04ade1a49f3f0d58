package dev.dateline.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.text.HtmlText;
import dev.dateline.schemas.DeadLetterCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
    if (type != null && !type.equals("text") && !type.equals("composite")) {
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
        .summary(plain(preferred(node, "descriptions")))
        .summary(JsonTree.text(node, "description_text"))
        .summary(HtmlText.line(JsonTree.text(node, "description_html")))
        .language(JsonTree.text(node, "language"))
        .author(JsonTree.text(node, "byline"))
        .author(JsonTree.text(node, "by"))
        .publishedAt(JsonTree.text(node, "firstcreated"), "firstcreated")
        .publishedAt(JsonTree.text(node, "contentcreated"), "contentcreated")
        .publishedAt(JsonTree.text(node, "versioncreated"), "versioncreated")
        .updatedAt(JsonTree.text(node, "versioncreated"))
        .publisher(firstName(JsonTree.member(node, "infosources")))
        .publisher(firstName(JsonTree.member(node, "infosource")))
        .publisher(JsonTree.text(node, "copyrightholder"))
        .image(image(JsonTree.member(node, "associations")));
    if (!draft.hasAuthors()) {
      writers(node, draft);
    }
    for (String name : new String[] {"subject", "subjects"}) {
      elements(JsonTree.member(node, name)).forEach(subject -> draft.category(category(subject)));
    }
  }

  /** The main text: plain text where it is given, else the text of the markup. */
  private static String body(JsonNode node) {
    JsonNode bodies = JsonTree.member(node, "bodies");
    if (bodies != null && bodies.isArray() && !bodies.isEmpty()) {
      JsonNode body = preferred(node, "bodies");
      return body == null ? brief(node) : text(body);
    }
    String plain = JsonTree.text(node, "body_text");
    if (plain != null && !plain.isBlank()) {
      return plain;
    }
    for (var property : node.properties()) {
      String name = property.getKey().toLowerCase(Locale.ROOT);
      String value = JsonTree.scalar(property.getValue());
      if (name.startsWith("body_") && value != null && !value.isBlank()) {
        return HtmlText.prose(value);
      }
    }
    return brief(node);
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
        .orElse(name != null ? name : code);
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

  /** The address of the first picture among the associated items. */
  private static @Nullable String image(@Nullable JsonNode associations) {
    for (JsonNode item : elements(associations)) {
      if ("picture".equals(JsonTree.text(item, "type"))) {
        for (JsonNode rendition : elements(JsonTree.member(item, "renditions"))) {
          String address = JsonTree.text(rendition, "href");
          if (address != null) {
            return address;
          }
        }
      }
    }
    return null;
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
