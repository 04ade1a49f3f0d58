package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.FeedArticle;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.schemas.SourceItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds items that a source took back. That an item is missing says nothing by itself: feeds show a
 * window of the newest. One that should be inside of the window and is missing twice is looked for
 * at its address, and is deleted where the server says that it is gone. So is any that is missing
 * where the window has shrunk.
 */
final class Vanished {

  /** Value of {@code missed} of an item that is not looked for any more. */
  private static final int SETTLED = -1;

  private static final int SUSPECT = 2;
  private static final int GONE_WITHOUT_ADDRESS = 3;

  /** What left the window so long ago is forgotten. */
  private static final Duration MEMORY = Duration.ofDays(60);

  private final PageReader pages;
  private final Clock clock;

  Vanished(PageReader pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * What changed for items that the document does not show.
   *
   * @param shown what it shows
   * @param counts whether its number of items can be compared with what is remembered
   */
  List<Change> of(Document document, ItemMemory shown, ItemMemory memory, boolean counts)
      throws InterruptedException {
    boolean shrunk = counts && hasShrunk(document, memory);
    Instant oldest = oldest(document);
    List<Change> changes = new ArrayList<>();
    for (SourceItem item : memory.items()) {
      if (!shown.knows(item.getArticleId())) {
        Change change = missing(item, shrunk || isInside(item, oldest));
        if (change != null) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  /**
   * New items push as many old ones out; where there are fewer than before, some were taken out.
   * One that is gone from the old end while another comes cannot be told from one that made room.
   */
  private static boolean hasShrunk(Document document, ItemMemory memory) {
    long before =
        memory.items().stream().filter(item -> item.getMissed() == 0 && !item.getDeleted()).count();
    return document.entries().size() < before;
  }

  private static @Nullable Instant oldest(Document document) {
    return document.entries().stream()
        .map(entry -> entry.sighting().publishedAt())
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Whether it is newer than something that is still shown. */
  private static boolean isInside(SourceItem item, @Nullable Instant oldest) {
    Instant published = item.getPublishedAt();
    return oldest != null && published != null && published.isAfter(oldest);
  }

  /**
   * @param inside whether the document should show it
   */
  private @Nullable Change missing(SourceItem item, boolean inside) throws InterruptedException {
    if (item.getMissed() == SETTLED || item.getDeleted()) {
      boolean old = item.getSeenAt().plus(MEMORY).isBefore(clock.instant());
      return old ? Change.forget(item) : null;
    }
    if (!inside) {
      return new Change(missed(item, SETTLED), null);
    }
    int missed = item.getMissed() + 1;
    if (missed < (item.getUrl() == null ? GONE_WITHOUT_ADDRESS : SUSPECT)) {
      return new Change(missed(item, missed), null);
    }
    return item.getUrl() == null || pages.isGone(item.getUrl())
        ? deletion(item)
        : new Change(missed(item, SETTLED), null);
  }

  /** The news that an item is gone. */
  static Change deletion(SourceItem item) {
    return new Change(
        SourceItem.newBuilder(item).setDeleted(true).setMissed(SETTLED).build(),
        new Extracted(
            FeedArticle.withdrawn(item.getUrl()),
            Origin.named(Objects.requireNonNullElse(item.getUrl(), item.getArticleId()))));
  }

  private static SourceItem missed(SourceItem item, int missed) {
    return SourceItem.newBuilder(item).setMissed(missed).build();
  }
}
