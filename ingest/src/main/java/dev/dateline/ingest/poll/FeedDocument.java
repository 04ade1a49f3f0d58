package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.FeedArticle;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.extract.Sha256;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedItem;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.UnreadableFeedException;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Feeds as documents. */
final class FeedDocument {

  /** A feed with less of an article than this many characters shows a teaser. */
  private static final int ENOUGH = 1_200;

  private FeedDocument() {}

  /**
   * Reads a feed.
   *
   * @throws UnreadableDocumentException where the answer is no feed
   */
  static Document read(Fetched fetched) throws UnreadableDocumentException {
    Feed feed = feed(fetched);
    String sha256 = Sha256.hex(fetched.body());
    Map<String, Set<String>> guids = owners(feed.items(), FeedItem::id, FeedItem::url);
    Map<String, Set<String>> urls = owners(feed.items(), FeedItem::url, FeedItem::id);
    List<Document.Entry> entries = new ArrayList<>();
    for (int i = 0; i < feed.items().size(); i++) {
      FeedItem item = feed.items().get(i);
      boolean ownGuid = isOwn(item.id(), guids);
      boolean ownUrl = isOwn(item.url(), urls);
      Origin origin =
          new Origin(
              fetched.url(),
              OptionalInt.of(i),
              Objects.requireNonNullElse(fetched.mediaType(), "application/octet-stream"),
              Objects.requireNonNullElse(fetched.charset(), ""),
              fetched.body().length,
              sha256,
              new byte[0]);
      FeedArticle.of(feed, item)
          .map(article -> PageReader.reserved(article, fetched))
          .map(article -> Sighting.of(new Extracted(article, origin), item.url(), ownGuid, ownUrl))
          .map(sighting -> new Document.Entry(sighting, FeedArticle.isTeaser(item, ENOUGH)))
          .ifPresent(entries::add);
    }
    return new Document(entries, feed.timeToLive(), feed.hub(), feed.self());
  }

  private static Feed feed(Fetched fetched) throws UnreadableDocumentException {
    try {
      return FeedReader.read(fetched.body(), fetched.charset(), fetched.url());
    } catch (UnreadableFeedException e) {
      throw new UnreadableDocumentException(e);
    }
  }

  /**
   * By value, what else the items are told apart by that have it: an address that several different
   * items share identifies none of them, while an item that is repeated stays what it is.
   */
  private static Map<String, Set<String>> owners(
      List<FeedItem> items,
      Function<FeedItem, @Nullable String> value,
      Function<FeedItem, @Nullable String> other) {
    Map<String, Set<String>> owners = new HashMap<>();
    for (FeedItem item : items) {
      String key = value.apply(item);
      if (key != null) {
        String owner = Objects.requireNonNullElse(other.apply(item), "title " + item.title());
        owners.computeIfAbsent(key, k -> new HashSet<>()).add(owner);
      }
    }
    return owners;
  }

  private static boolean isOwn(@Nullable String value, Map<String, Set<String>> owners) {
    return value != null && owners.getOrDefault(value, Set.of()).size() == 1;
  }
}
