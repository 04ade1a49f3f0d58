package dev.dateline.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was published.
 *
 * @param title as the feed writes it; may hold markup
 * @param link address of the site that the feed belongs to
 * @param language as the feed declares it
 * @param items in the order of the feed, all that are whole
 */
public record Feed(
    @Nullable String title,
    @Nullable String link,
    @Nullable String language,
    List<FeedItem> items) {

  public Feed {
    items = List.copyOf(items);
  }
}
