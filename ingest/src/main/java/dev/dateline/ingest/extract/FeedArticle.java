package dev.dateline.ingest.extract;

import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedItem;
import dev.dateline.ingest.sitemap.SitemapEntry;
import dev.dateline.ingest.text.HtmlText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes articles of the items of feeds, and completes them with the pages behind them. */
public final class FeedArticle {

  private FeedArticle() {}

  /**
   * The article as far as a feed gives it. One that has a title alone has it as its text, so that
   * it is not lost; one with neither has its address.
   *
   * @return empty where the item says nothing at all
   */
  public static Optional<ExtractedArticle> of(Feed feed, FeedItem item) {
    ArticleDraft draft =
        new ArticleDraft()
            .url(item.url())
            .guid(item.id())
            .title(HtmlText.line(item.title()))
            .language(feed.language())
            .image(item.image());
    item.authors().forEach(draft::byline);
    item.categories().forEach(category -> draft.category(HtmlText.line(category)));
    if (item.published() != null) {
      draft.published(Dating.of(item.published(), "feed"));
    }
    if (item.updated() != null) {
      draft.updatedAt(item.updated());
    }
    String content = prose(item.content());
    String summary = prose(item.summary());
    if (!content.isEmpty() && !summary.isEmpty()) {
      draft.summary(summary);
    }
    String text = content.length() >= summary.length() ? content : summary;
    return draft.prose(text.isEmpty() ? substitute(item) : text).build();
  }

  /** The article as far as a sitemap gives it; its title, or its address, stands for the text. */
  public static ExtractedArticle of(SitemapEntry entry) {
    String title = HtmlText.line(entry.title());
    ArticleDraft draft =
        new ArticleDraft()
            .url(entry.url())
            .title(title)
            .language(entry.language())
            .publisher(HtmlText.line(entry.publication()));
    Instant published = entry.published();
    if (published != null) {
      draft.published(Dating.of(published, "sitemap"));
    }
    Instant modified = entry.modified();
    if (modified != null) {
      draft.updatedAt(modified);
    }
    return draft
        .prose(title == null || title.isEmpty() ? entry.url() : title)
        .build()
        .orElseThrow();
  }

  /** Whether the feed gives so little of the article that its page is worth asking for. */
  public static boolean isTeaser(FeedItem item, int enough) {
    return Math.max(prose(item.content()).length(), prose(item.summary()).length()) < enough;
  }

  /**
   * An article of which the feed gave the identity and the page the rest. What the feed says of its
   * headline and times is the publisher's own word; the longer text counts.
   *
   * @param url what the article is known by
   */
  public static ExtractedArticle withPage(
      ExtractedArticle item, ExtractedArticle page, @Nullable String url) {
    ArticleDraft draft =
        new ArticleDraft()
            .url(url)
            .guid(item.guid())
            .title(hasTitle(item) ? item.title() : page.title())
            .summary(item.summary())
            .summary(page.summary())
            .language(page.language())
            .language(item.language())
            .image(page.image())
            .image(item.image())
            .publisher(page.publisher())
            .publisher(item.publisher())
            .rights(
                page.rights()
                    .and(
                        item.rights().tdmReserved(),
                        item.rights().tdmPolicy(),
                        item.rights().noAi()));
    (page.authors().isEmpty() ? item : page).authors().forEach(draft::author);
    item.categories().forEach(draft::category);
    page.categories().forEach(draft::category);
    times(draft, item);
    times(draft, page);
    String longer = page.text().length() > item.text().length() ? page.text() : item.text();
    return draft.prose(longer).build().orElse(item);
  }

  /** What is left of an article that its publisher took back. */
  public static ExtractedArticle withdrawn(@Nullable String url) {
    return new ArticleDraft().url(url).withdrawn().build().orElseThrow();
  }

  /** Where only an address is known it stands for the title. */
  private static boolean hasTitle(ExtractedArticle item) {
    return !item.title().startsWith("http://") && !item.title().startsWith("https://");
  }

  private static void times(ArticleDraft draft, ExtractedArticle article) {
    if (article.dating() != null) {
      draft.published(article.dating());
    }
    if (article.updatedAt() != null) {
      draft.updatedAt(article.updatedAt());
    }
  }

  private static String prose(@Nullable String markup) {
    return markup == null ? "" : HtmlText.prose(markup);
  }

  private static String substitute(FeedItem item) {
    String title = HtmlText.line(item.title());
    return title != null && !title.isEmpty() ? title : item.url() == null ? "" : item.url();
  }
}
