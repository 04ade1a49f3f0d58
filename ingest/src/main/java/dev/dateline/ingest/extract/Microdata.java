package dev.dateline.ingest.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The schema.org article that a page marks up in microdata. */
final class Microdata {

  private static final int MOST_AUTHORS = 100;

  private Microdata() {}

  /** Offers what was found to the draft. */
  static void describe(Document page, ArticleDraft draft) {
    Element article =
        page.select("[itemscope][itemtype]").stream()
            .filter(scope -> LinkedNodes.isArticleType(scope.attr("itemtype").strip()))
            .findFirst()
            .orElse(null);
    if (article == null) {
      return;
    }
    draft
        .url(value(article, "url"))
        .title(value(article, "headline"))
        .summary(value(article, "description"))
        .language(value(article, "inLanguage"))
        .publishedAt(value(article, "datePublished"), "microdata")
        .updatedAt(value(article, "dateModified"))
        .publisher(nameOf(article.selectFirst("[itemprop~=^publisher$]")))
        .category(value(article, "articleSection"))
        .image(value(article, "image"));
    if (!draft.hasAuthors()) {
      article.select("[itemprop~=^(author|creator)$]").stream()
          .limit(MOST_AUTHORS)
          .filter(author -> isOf(author, article) && !PageParts.isAside(author))
          .forEach(author -> draft.byline(nameOf(author)));
    }
  }

  /** Whether a property is of this thing, and not of another one that is described inside of it. */
  private static boolean isOf(Element property, Element thing) {
    Element around = property.parent();
    return around != null && around.closest("[itemscope]") == thing;
  }

  private static @Nullable String value(Element scope, String property) {
    Element element = scope.selectFirst("[itemprop~=^" + property + "$]");
    return element == null ? null : value(element);
  }

  private static @Nullable String nameOf(@Nullable Element thing) {
    if (thing == null) {
      return null;
    }
    Element name = thing.hasAttr("itemscope") ? thing.selectFirst("[itemprop=name]") : null;
    Element named = name == null ? thing : name;
    return named.hasText() ? named.text() : named.attr("content");
  }

  private static @Nullable String value(Element element) {
    for (String attribute : new String[] {"content", "datetime", "href", "src"}) {
      String value = element.attr(attribute);
      if (!value.isBlank()) {
        return value;
      }
    }
    String text = element.text();
    return text.isBlank() ? null : text;
  }
}
