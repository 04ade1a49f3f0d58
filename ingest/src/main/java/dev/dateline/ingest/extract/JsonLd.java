package dev.dateline.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.text.HtmlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The schema.org article that a page describes in JSON-LD. */
final class JsonLd {

  private static final int MOST_NODES = 10_000;

  private final @Nullable JsonNode article;
  private final @Nullable JsonNode page;
  private final Map<String, JsonNode> byId = new HashMap<>();

  private JsonLd(List<JsonNode> roots) {
    JsonNode best = null;
    JsonNode around = null;
    Deque<JsonNode> open = new ArrayDeque<>(roots);
    for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
      JsonNode node = open.removeFirst();
      if (node.isObject()) {
        if (node.path("@id").isTextual() && node.size() > 1) {
          byId.putIfAbsent(node.get("@id").textValue(), node);
        }
        if (best == null && isOfType(node, JsonLd::isArticleType)) {
          best = node;
        }
        if (around == null && isOfType(node, JsonLd::isPageType)) {
          around = node;
        }
      }
      node.elements()
          .forEachRemaining(
              child -> {
                if (child.isContainerNode()) {
                  open.addLast(child);
                }
              });
    }
    this.article = best;
    this.page = around;
  }

  static JsonLd of(Document page) {
    List<JsonNode> roots = new ArrayList<>();
    for (Element script : page.select("script[type~=(?i)^application/ld\\+json]")) {
      tree(script.data()).or(() -> tree(Quotes.escaped(script.data()))).ifPresent(roots::add);
    }
    return new JsonLd(roots);
  }

  /** Empty where a block is broken, which is common; the rest of the page still tells enough. */
  private static Optional<JsonNode> tree(String json) {
    try {
      return Optional.of(JsonTree.lenient(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The addresses that the article gives of itself. */
  List<String> urls() {
    return article == null
        ? List.of()
        : Stream.of("url", "mainEntityOfPage")
            .map(article::get)
            .map(this::address)
            .filter(Objects::nonNull)
            .toList();
  }

  /** The text that the article gives of itself, often without paragraphs. */
  @Nullable String body() {
    return JsonTree.text(article, "articleBody");
  }

  /** The headline that the article gives of itself. */
  @Nullable String headline() {
    return text("headline");
  }

  /** Whether it may be read without paying; null where it does not say. */
  @Nullable Boolean isFree() {
    String free = article == null ? null : JsonTree.scalar(article.get("isAccessibleForFree"));
    if (free == null) {
      return null;
    }
    String word = free.substring(free.lastIndexOf('/') + 1);
    return word.equalsIgnoreCase("true")
        ? Boolean.TRUE
        : word.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  /** Offers what was found to the draft. */
  void describe(ArticleDraft draft, PageMeta meta) {
    if (article == null) {
      describePage(draft);
      return;
    }
    draft
        .title(meta.refined(text("headline")))
        .title(meta.refined(text("name")))
        .summary(text("description"))
        .language(language())
        .publishedAt(text("datePublished"), "json-ld")
        .publishedAt(text("dateCreated"), "json-ld")
        .updatedAt(text("dateModified"))
        .publisher(name(article.get("publisher")))
        .image(address(article.get("image")));
    each(article.get("author"), author -> draft.byline(name(author)));
    draft.byline(names(article.get("creator")));
    each(article.get("articleSection"), section -> draft.category(JsonTree.scalar(section)));
  }

  /** Offers what the page says of itself where it describes no article. */
  private void describePage(ArticleDraft draft) {
    if (page != null) {
      draft
          .publishedAt(JsonTree.text(page, "datePublished"), "json-ld")
          .updatedAt(JsonTree.text(page, "dateModified"))
          .byline(names(page.get("author")));
    }
  }

  private List<String> names(@Nullable JsonNode people) {
    List<String> names = new ArrayList<>();
    each(
        people,
        one -> {
          String name = name(one);
          if (name != null) {
            AuthorLine.name(name).map(AuthorLine::split).ifPresent(names::addAll);
          }
        });
    return names;
  }

  private @Nullable String text(String name) {
    String value = JsonTree.text(article, name);
    return value == null ? null : HtmlText.line(value);
  }

  private @Nullable String language() {
    JsonNode language = article == null ? null : article.get("inLanguage");
    return language != null && language.isObject()
        ? JsonTree.text(language, "alternateName")
        : JsonTree.scalar(language);
  }

  private static void each(@Nullable JsonNode value, Consumer<JsonNode> action) {
    if (value != null && value.isArray()) {
      value.forEach(action);
    } else if (value != null) {
      action.accept(value);
    }
  }

  private @Nullable String name(@Nullable JsonNode thing) {
    JsonNode one = thing != null && thing.isArray() ? thing.get(0) : thing;
    if (one == null || !one.isObject()) {
      String name = JsonTree.scalar(one);
      return name == null || name.startsWith("http") ? null : name;
    }
    JsonNode named = one.has("name") ? one : byId.get(one.path("@id").asText());
    JsonNode name = named == null ? null : named.get("name");
    return JsonTree.scalar(name != null && name.isArray() ? name.get(0) : name);
  }

  private @Nullable String address(@Nullable JsonNode thing) {
    JsonNode one = thing != null && thing.isArray() ? thing.get(0) : thing;
    if (one == null || !one.isObject()) {
      return JsonTree.scalar(one);
    }
    String url = JsonTree.text(one, "url");
    String id = JsonTree.text(one, "@id");
    if (url == null && id != null && byId.get(id) != null && byId.get(id) != one) {
      url = JsonTree.text(byId.get(id), "url");
    }
    return url != null ? url : id;
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

  /** Types of what is no article, and yet tells who wrote a page and when. */
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
