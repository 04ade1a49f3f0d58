package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the head of a page and its first headings say: meta elements, OpenGraph, title, time. */
final class PageMeta {

  private static final int MOST_HEADINGS = 100;
  private static final int SHORTEST_HEADING = 12;

  private final Document page;
  private final List<String> headings;
  private final Map<String, String> values = new HashMap<>();

  PageMeta(Document page) {
    this.page = page;
    this.headings = page.select("h1, h2").stream().limit(MOST_HEADINGS).map(Element::text).toList();
    for (Element meta : page.select("meta[content]")) {
      for (String attribute : new String[] {"property", "name", "itemprop"}) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT).strip();
        String content = meta.attr("content");
        if (!name.isEmpty() && !content.isBlank()) {
          values.putIfAbsent(name, content);
        }
      }
    }
  }

  @Nullable String canonical() {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    String href = link == null ? "" : link.attr("href");
    return href.isBlank() ? values.get("og:url") : href;
  }

  /** Offers what was found to the draft. */
  void describe(ArticleDraft draft) {
    Element heading = soleHeading();
    draft
        .title(refined(values.get("og:title")))
        .title(heading == null ? null : heading.text())
        .title(refined(values.get("twitter:title")))
        .title(titleWithoutSite())
        .summary(values.get("og:description"))
        .summary(values.get("description"))
        .language(page.select("html[lang]").attr("lang"))
        .language(page.select("html[xml:lang]").attr("xml:lang"))
        .language(values.get("og:locale"))
        .language(values.get("language"))
        .image(values.get("og:image"))
        .image(values.get("twitter:image"))
        .publisher(values.get("og:site_name"))
        .publisher(values.get("application-name"))
        .publishedAt(values.get("article:published_time"))
        .publishedAt(values.get("og:published_time"))
        .publishedAt(values.get("datepublished"))
        .publishedAt(values.get("dc.date.issued"))
        .publishedAt(values.get("dcterms.created"))
        .publishedAt(values.get("dc.date"))
        .publishedAt(values.get("date"))
        .publishedAt(values.get("pubdate"))
        .publishedAt(values.get("publishdate"))
        .publishedAt(values.get("sailthru.date"))
        .publishedAt(values.get("parsely-pub-date"))
        .publishedAt(values.get("citation_publication_date"))
        .publishedAt(values.get("article.published"))
        .publishedAt(values.get("dcterms.date"))
        .publishedAt(values.get("dc.date.created"))
        .publishedAt(page.select("article time[datetime], main time[datetime]").attr("datetime"))
        .updatedAt(values.get("article:modified_time"))
        .updatedAt(values.get("og:updated_time"))
        .updatedAt(values.get("datemodified"))
        .category(values.get("article:section"));
    if (!draft.hasPublishedAt()) {
      PageDate.of(page, draft.url()).ifPresent(draft::publishedAt);
    }
    page.select("meta[property=article:tag]").forEach(tag -> draft.category(tag.attr("content")));
    if (!draft.hasAuthors()) {
      author(draft);
    }
    if (!draft.hasPersonAsAuthor()) {
      Byline.of(page).ifPresent(draft::soleAuthor);
    }
  }

  private void author(ArticleDraft draft) {
    for (String name : new String[] {"author", "article:author", "dc.creator", "parsely-author"}) {
      String value = values.get(name);
      if (value != null && !value.startsWith("http")) {
        draft.byline(value);
        return;
      }
    }
  }

  /** The first h1 in the main part of the page, or the only one. */
  private @Nullable Element soleHeading() {
    Element inMain = page.selectFirst("article h1, main h1, [role=main] h1");
    return inMain != null && inMain.hasText()
        ? inMain
        : page.select("h1").size() == 1 ? page.selectFirst("h1") : null;
  }

  /** The title element, less the site's name that stands after a bar or dash. */
  private @Nullable String titleWithoutSite() {
    String title = refined(page.title());
    return title == null || title.isBlank() ? null : PageTitle.guess(title);
  }

  /** A title without the name of the site, a kicker or what else was put around the heading. */
  @Nullable String refined(@Nullable String title) {
    if (title == null) {
      return null;
    }
    Element heading = soleHeading();
    String shown = heading == null ? "" : CleanText.line(heading.text());
    return shown.length() >= SHORTEST_HEADING && title.contains(shown)
        ? shown
        : PageTitle.of(CleanText.line(title), headings, values.get("og:site_name"));
  }
}
