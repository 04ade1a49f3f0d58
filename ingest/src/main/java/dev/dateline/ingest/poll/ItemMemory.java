package dev.dateline.ingest.poll;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.schemas.SourceItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items that a source has shown. Recognises an item whose identifier drifts (the same address
 * or words), and tells another article that took over an identifier. Used by one thread at a time.
 */
public final class ItemMemory {

  private final Map<String, SourceItem> byArticle = new HashMap<>();
  private final Map<String, SourceItem> byGuid = new HashMap<>();
  private final Map<String, SourceItem> byUrl = new HashMap<>();
  private final Map<String, SourceItem> byContent = new HashMap<>();

  /** Remembers an item, in the place of what was remembered of its article. */
  public void put(SourceItem item) {
    remove(item.getArticleId());
    byArticle.put(item.getArticleId(), item);
    index(byGuid, item.getGuid(), item);
    index(byUrl, identity(item), item);
    index(byContent, item.getContent(), item);
  }

  /** Forgets the item of an article. */
  public void remove(String articleId) {
    SourceItem item = byArticle.remove(articleId);
    if (item != null) {
      drop(byGuid, item.getGuid(), item);
      drop(byUrl, identity(item), item);
      drop(byContent, item.getContent(), item);
    }
  }

  /** All items. */
  public Collection<SourceItem> items() {
    return byArticle.values();
  }

  /** Whether an item of this article is known. */
  boolean knows(String articleId) {
    return byArticle.containsKey(articleId);
  }

  /** The item that a sighting shows again; empty where it is a new one. */
  Optional<SourceItem> find(Sighting sighting) {
    SourceItem sameUrl = sighting.url() == null ? null : byUrl.get(sighting.url());
    if (sameUrl != null) {
      return Optional.of(sameUrl);
    }
    SourceItem sameGuid = sighting.guid() == null ? null : byGuid.get(sighting.guid());
    if (sameGuid != null && isVersion(sameGuid, sighting)) {
      return Optional.of(sameGuid);
    }
    SourceItem sameWords = sighting.telling() ? byContent.get(sighting.content()) : null;
    boolean anonymous = sighting.guid() == null && sighting.url() == null;
    return Optional.ofNullable(
        sameWords != null || !anonymous ? sameWords : byContent.get(sighting.content()));
  }

  /** Under one identifier: the same moment or much the same words; otherwise it was taken over. */
  private static boolean isVersion(SourceItem known, Sighting sighting) {
    boolean sameMoment =
        known.getPublishedAt() != null && known.getPublishedAt().equals(sighting.publishedAt());
    return sameMoment
        || known.getContent().equals(sighting.content())
        || SimHash.areNear(known.getShape(), sighting.shape());
  }

  private static void index(Map<String, SourceItem> map, @Nullable String key, SourceItem item) {
    if (key != null) {
      map.put(key, item);
    }
  }

  private static void drop(Map<String, SourceItem> map, @Nullable String key, SourceItem item) {
    if (key != null) {
      map.remove(key, item);
    }
  }

  private static @Nullable String identity(SourceItem item) {
    return item.getUrl() == null ? null : CanonicalUrl.identity(item.getUrl());
  }
}
