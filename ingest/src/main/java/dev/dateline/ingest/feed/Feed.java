package dev.dateline.ingest.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was published.
 *
 * @param title as the feed writes it; may hold markup
 * @param link address of the site that the feed belongs to
 * @param language as the feed declares it
 * @param timeToLive for how long it stays as it is, as it says
 * @param hub address of its WebSub hub
 * @param self address that it calls its own; the topic of a subscription
 * @param items in the order of the feed, all that are whole
 */
public record Feed(
    @Nullable String title,
    @Nullable String link,
    @Nullable String language,
    @Nullable Duration timeToLive,
    @Nullable String hub,
    @Nullable String self,
    List<FeedItem> items) {

  public Feed {
    items = List.copyOf(items);
  }
}
