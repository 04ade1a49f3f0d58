package dev.dateline.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The schema.org article that a page describes in JSON-LD. */
final class JsonLd {

  private final LinkedNodes nodes;
  private final @Nullable JsonNode article;

  private JsonLd(LinkedNodes nodes, Set<String> addresses, Set<String> headlines) {
    this.nodes = nodes;
    List<JsonNode> articles = nodes.articles();
    this.article =
        articles.stream()
            .filter(node -> articles.size() == 1 || isOf(node, addresses, headlines))
            .findFirst()
            .orElse(articles.isEmpty() ? null : articles.get(0));
  }

  /**
   * Reads the JSON-LD of a page. Where that describes several works it is taken off the page, so
   * that who looks for a date in scripts finds none of the others'.
   *
   * @param addresses of the page, in their canonical form: of several articles that is meant which
   *     has one of them
   * @param headlines what the page calls itself, folded: or the article that is called so
   */
  static JsonLd of(Document page, Set<String> addresses, Set<String> headlines) {
    List<JsonNode> roots = new ArrayList<>();
    List<Element> read = new ArrayList<>();
    for (Element script : page.select("script[type~=(?i)^application/ld\\+json]")) {
      Optional<JsonNode> tree = tree(script.data()).or(() -> tree(Quotes.escaped(script.data())));
      if (tree.isPresent()) {
        roots.add(tree.get());
        read.add(script);
      }
    }
    LinkedNodes nodes = new LinkedNodes(roots);
    if (nodes.isOfSeveralWorks()) {
      read.forEach(Element::remove);
    }
    return new JsonLd(nodes, addresses, headlines);
  }

  private boolean isOf(JsonNode node, Set<String> addresses, Set<String> headlines) {
    String headline = JsonTree.text(node, "headline");
    return headline != null && headlines.contains(PageMeta.folded(HtmlText.line(headline)))
        || Stream.of(
                address(node.get("url")),
                address(node.get("mainEntityOfPage")),
                JsonTree.text(node, "@id"))
            .flatMap(address -> CanonicalUrl.of(address).stream())
            .map(CanonicalUrl::identity)
            .anyMatch(addresses::contains);
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
    each(article.get("author"), author -> called(author).forEach(draft::byline));
    draft.byline(names(article.get("creator")));
    each(article.get("articleSection"), section -> draft.category(JsonTree.scalar(section)));
  }

  /** Offers what the page says of itself where it describes no article. */
  private void describePage(ArticleDraft draft) {
    JsonNode page = nodes.page();
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
        one ->
            called(one)
                .forEach(
                    name -> AuthorLine.name(name).map(AuthorLine::split).ifPresent(names::addAll)));
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
    return called(thing).stream().findFirst().orElse(null);
  }

  /** The names of a thing: some give several people as one person with several names. */
  private List<String> called(@Nullable JsonNode thing) {
    JsonNode one = thing != null && thing.isArray() ? thing.get(0) : thing;
    if (one == null || !one.isObject()) {
      String name = JsonTree.scalar(one);
      return name == null || name.startsWith("http") ? List.of() : List.of(name);
    }
    JsonNode named = one.has("name") ? one : nodes.called(one.path("@id").asText());
    List<String> names = new ArrayList<>();
    each(
        named == null ? null : named.get("name"),
        name -> Optional.ofNullable(JsonTree.scalar(name)).ifPresent(names::add));
    return names;
  }

  private @Nullable String address(@Nullable JsonNode thing) {
    JsonNode one = thing != null && thing.isArray() ? thing.get(0) : thing;
    if (one == null || !one.isObject()) {
      return JsonTree.scalar(one);
    }
    String url = JsonTree.text(one, "url");
    String id = JsonTree.text(one, "@id");
    JsonNode named = id == null ? null : nodes.called(id);
    if (url == null && named != null && named != one) {
      url = JsonTree.text(named, "url");
    }
    return url != null ? url : id;
  }
}
