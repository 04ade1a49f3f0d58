package dev.dateline.ingest.poll;

import dev.dateline.ingest.fetch.FetchFailure;
import dev.dateline.ingest.fetch.FetchHeaders;
import dev.dateline.ingest.fetch.FetchRequest;
import dev.dateline.ingest.fetch.FetchResult;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.fetch.FetchResult.NotModified;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.poll.ItemChanges.View;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.WatchedSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a source once: fetches its document, finds what is new, changed or gone in it, hands that
 * on, and says when to ask again. Safe for use by many threads, each with another source.
 */
public final class SourcePoll {

  /** So many answers 304 in a row, and the document is asked for without a condition. */
  private static final int AUDIT = 20;

  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

  private final Fetcher fetcher;
  private final ItemChanges changes;
  private final Documents documents;
  private final Pacing pacing;
  private final Clock clock;
  private final DoubleSupplier jitter;

  /**
   * @param honouring whether articles are left out that their publisher reserves
   * @param jitter gives numbers from 0 to 1
   */
  public SourcePoll(
      Fetcher fetcher,
      PageReader pages,
      Pacing pacing,
      boolean honouring,
      Clock clock,
      DoubleSupplier jitter) {
    this.fetcher = fetcher;
    this.changes = new ItemChanges(pages, honouring, clock);
    this.documents = new Documents(fetcher, pages, clock);
    this.pacing = pacing;
    this.clock = clock;
    this.jitter = jitter;
  }

  /** The state of a source that was never asked. */
  public static SourceState unasked(Instant now) {
    return SourceState.newBuilder().setNextPollAt(now).build();
  }

  /**
   * Asks the source.
   *
   * @param state what was remembered of it; is not changed
   * @param memory its items; the sink remembers what it commits there
   * @return what is to be remembered of the source now
   */
  public Polled poll(WatchedSource source, SourceState state, ItemMemory memory, PollSink sink)
      throws InterruptedException, FencedException {
    boolean refetch = source.getRefetch() > state.getRefetch();
    boolean audit = refetch || !state.getTrusted() || state.getUnchangedPolls() >= AUDIT;
    String url = state.getUrl() == null ? source.getUrl() : state.getUrl();
    FetchResult result =
        fetcher.fetch(
            new FetchRequest(
                url,
                audit ? null : state.getEtag(),
                audit ? null : state.getLastModified(),
                ACCEPT));
    SourceState.Builder next = SourceState.newBuilder(state).setPolledAt(clock.instant());
    if (result instanceof Failed failed) {
      changes.ofLostPage(source, failed, state, memory, sink);
      return failure(next, failed.reason(), failed.message(), failed.retryAfter());
    }
    if (result instanceof NotModified unchanged) {
      return unchanged(next, isTold(state), unchanged.headers());
    }
    Fetched fetched = (Fetched) result;
    Document document;
    try {
      document = documents.read(source, fetched);
    } catch (UnreadableDocumentException e) {
      return failure(next, FetchFailure.PROTOCOL, String.valueOf(e.getMessage()), null);
    }
    View view = hasMoved(state) ? View.MOVED : View.WHOLE;
    ItemChanges.Outcome outcome = changes.of(source, document, view, memory, refetch, sink);
    boolean news = outcome.known() < document.entries().size() || outcome.published() > 0;
    if (audit && news && state.getTrusted() && !refetch) {
      next.setTrusted(!isLying(url, state));
    }
    // "Not modified" would say nothing of the pages that are still to be fetched.
    boolean pending = outcome.pending() > 0;
    next.setRefetch(source.getRefetch())
        .setUrl(fetched.movedTo() == null ? state.getUrl() : fetched.movedTo())
        .setEtag(pending ? null : fetched.headers().etag())
        .setLastModified(pending ? null : fetched.headers().lastModified())
        .setUnchangedPolls(0)
        .setPublished(state.getPublished() + outcome.published());
    boolean gap = isGap(source, state, document, outcome);
    if (gap) {
      next.setGaps(state.getGaps() + 1).setGapAt(clock.instant());
    }
    Duration interval =
        state.getIntervalSeconds() == 0
            ? pacing.first()
            : isTold(state)
                ? interval(state)
                : pacing.afterItems(interval(state), document.entries().size(), outcome.known());
    return well(next, interval, gap, document.timeToLive(), fetched.headers())
        .with(Shown.of(document, outcome, fetched), pending);
  }

  /** Whether a hub tells what is new: polls that are few and meet nothing new steer no interval. */
  private static boolean isTold(SourceState state) {
    return state.getHub() != null && state.getHub().getStatus() == HubStatus.HELD;
  }

  /** Whether a hub delivered items since the last poll, so that others made room for them. */
  private static boolean hasMoved(SourceState state) {
    HubState hub = state.getHub();
    return hub != null
        && hub.getDeliveredAt() != null
        && state.getPolledAt() != null
        && hub.getDeliveredAt().isAfter(state.getPolledAt());
  }

  /**
   * Takes a document that a hub delivered, as if the source had answered with it. It may hold a
   * part of the items alone (WebSub, section 7), so that it says nothing of others. Of one that
   * came before the last poll only what is still new is taken.
   *
   * @param state what was remembered of the source, with its hub; is not changed
   * @param memory its items; the sink remembers what it commits there
   * @return what is to be remembered of the source now; empty where it is no document of its kind
   */
  public Optional<SourceState> deliver(
      WatchedSource source, SourceState state, Delivery delivery, ItemMemory memory, PollSink sink)
      throws InterruptedException, FencedException {
    HubState hub = Objects.requireNonNull(state.getHub(), "hub");
    String url = state.getUrl() == null ? source.getUrl() : state.getUrl();
    Document document;
    try {
      document = documents.read(source, delivery.from(url, hub));
    } catch (UnreadableDocumentException e) {
      return Optional.empty();
    }
    boolean former =
        state.getPolledAt() != null && delivery.receivedAt().isBefore(state.getPolledAt());
    View view = former ? View.FORMER : View.PART;
    ItemChanges.Outcome outcome = changes.of(source, document, view, memory, false, sink);
    SourceState.Builder next =
        SourceState.newBuilder(state)
            .setPublished(state.getPublished() + outcome.published())
            .setHub(
                HubState.newBuilder(hub)
                    .setDelivered(hub.getDelivered() + outcome.published())
                    .build());
    if (outcome.pending() > 0) {
      Instant again = clock.instant().plus(interval(state));
      next.setEtag(null)
          .setLastModified(null)
          .setNextPollAt(again.isBefore(state.getNextPollAt()) ? again : state.getNextPollAt());
    }
    return Optional.of(next.build());
  }

  /** The state of a source that is to be asked as soon as it may be. */
  public SourceState soon(SourceState state) {
    Instant now = clock.instant();
    Instant allowed =
        state.getPolledAt() == null ? now : state.getPolledAt().plus(pacing.shortest());
    return SourceState.newBuilder(state)
        .setNextPollAt(allowed.isAfter(now) ? allowed : now)
        .build();
  }

  /** Nothing in common with what was known: items may have come and gone in between. */
  private static boolean isGap(
      WatchedSource source, SourceState state, Document document, ItemChanges.Outcome outcome) {
    return source.getKind() != SourceKind.PAGE
        && state.getPublished() > 0
        && !document.entries().isEmpty()
        && outcome.known() == 0;
  }

  /** The document has news: a server that still says of the old one that nothing changed lies. */
  private boolean isLying(String url, SourceState before) throws InterruptedException {
    return (before.getEtag() != null || before.getLastModified() != null)
        && fetcher.fetch(new FetchRequest(url, before.getEtag(), before.getLastModified(), ACCEPT))
            instanceof NotModified;
  }

  private Polled unchanged(SourceState.Builder next, boolean told, FetchHeaders headers) {
    next.setUnchangedPolls(next.getUnchangedPolls() + 1);
    Duration before = Duration.ofSeconds(next.getIntervalSeconds());
    Duration interval =
        before.isZero() ? pacing.first() : told ? before : pacing.afterUnchanged(before);
    return well(next, interval, false, null, headers);
  }

  private Polled well(
      SourceState.Builder next,
      Duration interval,
      boolean gap,
      @Nullable Duration timeToLive,
      FetchHeaders headers) {
    Instant now = clock.instant();
    Duration wait = pacing.wait(interval, timeToLive, headers.maxAge(), headers.retryAfter());
    next.setStatus(SourceStatus.WELL)
        .setFailures(0)
        .setFailure(null)
        .setSucceededAt(now)
        .setIntervalSeconds((int) interval.toSeconds())
        .setNextPollAt(now.plus(wait));
    return new Polled(next.build(), gap, null, null, null, false);
  }

  private Polled failure(
      SourceState.Builder next,
      FetchFailure reason,
      String message,
      @Nullable Duration retryAfter) {
    Instant now = clock.instant();
    double failures = next.getFailures() + Trouble.weight(reason);
    boolean dead =
        Trouble.isDead(failures, reason == FetchFailure.GONE, next.getSucceededAt(), now);
    Duration interval =
        next.getIntervalSeconds() == 0
            ? pacing.first()
            : Duration.ofSeconds(next.getIntervalSeconds());
    Duration wait =
        dead
            ? pacing.revival(jitter.getAsDouble())
            : pacing.backOff(interval, failures, jitter.getAsDouble(), retryAfter);
    next.setStatus(dead ? SourceStatus.DEAD : SourceStatus.FAILING)
        .setFailures(failures)
        .setFailure(message)
        .setNextPollAt(now.plus(wait));
    return new Polled(next.build(), false, reason, retryAfter, null, false);
  }

  private static Duration interval(SourceState state) {
    return Duration.ofSeconds(state.getIntervalSeconds());
  }

  /**
   * What came of a poll.
   *
   * @param state what is to be remembered of the source
   * @param gap whether items may have been missed
   * @param failure what went wrong; null where the source is well
   * @param retryAfter for how long the server asks to be left alone
   * @param shown of the document, what matters to a subscription; null where there was none
   * @param isPending whether pages are still to be fetched
   */
  public record Polled(
      SourceState state,
      boolean gap,
      @Nullable FetchFailure failure,
      @Nullable Duration retryAfter,
      @Nullable Shown shown,
      boolean isPending) {

    private Polled with(Shown document, boolean pending) {
      return new Polled(state, gap, failure, retryAfter, document, pending);
    }

    /** The same, with another state to be remembered. */
    public Polled with(SourceState other) {
      return new Polled(other, gap, failure, retryAfter, shown, isPending);
    }

    /** Whether something is wrong with the server, not with one document of it. */
    public boolean isServerTrouble() {
      return failure != null && Trouble.isOfServer(failure);
    }
  }
}
