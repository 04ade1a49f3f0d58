package dev.dateline.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The things that the JSON-LD of a page describes, outermost first: its articles, what it says of
 * the page, and all that have a name for others to refer to.
 */
final class LinkedNodes {

  private static final int MOST_NODES = 10_000;

  /** Properties of schema.org below which stand other works than that of the page, or its parts. */
  private static final Set<String> OTHERS =
      Set.of(
          "itemListElement",
          "hasPart",
          "relatedLink",
          "significantLink",
          "mentions",
          "citation",
          "isBasedOn",
          "subjectOf",
          "liveBlogUpdate",
          "comment");

  private final List<JsonNode> articles = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();
  private @Nullable JsonNode page;
  private boolean hasOthers;

  LinkedNodes(List<JsonNode> roots) {
    Deque<Open> open = new ArrayDeque<>();
    roots.forEach(root -> open.add(new Open(root, false)));
    for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
      Open next = open.removeFirst();
      if (next.node.isObject()) {
        take(next);
        next.node
            .properties()
            .forEach(
                property ->
                    add(
                        open,
                        property.getValue(),
                        next.other || OTHERS.contains(property.getKey())));
      } else {
        next.node.forEach(child -> add(open, child, next.other));
      }
    }
  }

  /**
   * A node yet to be looked at.
   *
   * @param other whether it describes another work than that of the page
   */
  private record Open(JsonNode node, boolean other) {}

  private static void add(Deque<Open> open, JsonNode node, boolean other) {
    if (node.isContainerNode()) {
      open.addLast(new Open(node, other));
    }
  }

  private void take(Open next) {
    JsonNode node = next.node;
    if (node.path("@id").isTextual() && node.size() > 1) {
      byId.putIfAbsent(node.get("@id").textValue(), node);
    }
    if (isOfType(node, LinkedNodes::isArticleType)) {
      hasOthers |= next.other;
      if (!next.other) {
        articles.add(node);
      }
    }
    if (!next.other && page == null && isOfType(node, LinkedNodes::isPageType)) {
      page = node;
    }
  }

  List<JsonNode> articles() {
    return articles;
  }

  /** Whether there are articles of other pages among these. */
  boolean isOfSeveralWorks() {
    return hasOthers || articles.size() > 1;
  }

  /** What describes the page itself, which is no article and yet tells who wrote it and when. */
  @Nullable JsonNode page() {
    return page;
  }

  /** What stands elsewhere under this {@code @id}. */
  @Nullable JsonNode called(String id) {
    return byId.get(id);
  }

  private static boolean isOfType(JsonNode node, Predicate<String> wanted) {
    JsonNode type = node.path("@type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (wanted.test(one.asText())) {
          return true;
        }
      }
      return false;
    }
    return wanted.test(type.asText());
  }

  private static boolean isPageType(String type) {
    return type.endsWith("WebPage") || type.startsWith("CreativeWork");
  }

  static boolean isArticleType(String type) {
    return type.endsWith("Article")
        || type.endsWith("Posting") && !type.endsWith("JobPosting")
        || type.endsWith("Report")
        || type.endsWith("Recipe")
        || type.endsWith("HowTo");
  }
}
