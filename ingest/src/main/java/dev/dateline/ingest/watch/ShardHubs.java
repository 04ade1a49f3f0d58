package dev.dateline.ingest.watch;

import static dev.dateline.ingest.watch.ShardJournal.outgoing;

import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.poll.Delivery;
import dev.dateline.ingest.poll.Shown;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.websub.Decision;
import dev.dateline.ingest.websub.Listening;
import dev.dateline.ingest.websub.SubscriptionRules;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import dev.dateline.schemas.LeaseStatus;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.WatchedSource;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions of the sources of one partition. What is decided of one is committed with the
 * state of its source before its hub hears of it.
 */
final class ShardHubs {

  private static final Logger LOG = LoggerFactory.getLogger(ShardHubs.class);

  private final ShardJournal journal;
  private final WatchTools tools;
  private final ShardLeases leases;
  private volatile Instant since = Instant.MAX;
  private volatile Instant heardUntil = Instant.EPOCH;

  ShardHubs(ShardJournal journal, WatchTools tools, Turns turns) {
    this.journal = journal;
    this.tools = tools;
    this.leases = new ShardLeases(journal, tools, turns, this::refused);
  }

  /** Begins to listen. */
  void open(Instant now) {
    since = now;
  }

  /** All that hubs told up to a time is taken, or has its turn before what comes now. */
  void heardUntil(Instant time) {
    heardUntil = time;
  }

  /** Ends what is over, and what hubs have not heard of. */
  void tidy() throws InterruptedException, FencedException {
    leases.tidy(now());
  }

  /** Gives all leases of a source back that is removed. */
  void leave(String sourceId) throws InterruptedException, FencedException {
    leases.endAll(sourceId);
  }

  /**
   * When a source is polled next. What a hub sent while nobody listened is not sent again: one that
   * was taken over is polled once in its own interval, as is one whose hub is not used any more.
   */
  Instant nextPoll(SourceState state) {
    Instant at = state.getNextPollAt();
    Instant polledAt = state.getPolledAt();
    boolean listened = polledAt != null && polledAt.isAfter(since) && tools.usesHubs();
    if (!SubscriptionRules.isHeld(state.getHub()) || listened) {
      return at;
    }
    Instant soon = (polledAt == null ? since : polledAt).plusSeconds(state.getIntervalSeconds());
    return soon.isBefore(at) ? soon : at;
  }

  /** When something is due of a source whose next poll is at a time. */
  Instant earlier(SourceState state, Instant poll) {
    HubState hub = state.getHub();
    boolean renewed = SubscriptionRules.isHeld(hub) && tools.usesHubs();
    return renewed && hub.getNextAt().isBefore(poll) ? hub.getNextAt() : poll;
  }

  /** Ends a poll: what it says of the hub is committed with the rest of it. */
  void finish(WatchedSource source, SourceState before, Polled polled, PollCommit commit)
      throws InterruptedException, FencedException {
    Decision decision = decide(source, before, polled);
    HubState hub = decision.hub();
    SourceState.Builder state = SourceState.newBuilder(polled.state()).setHub(hub);
    boolean well = polled.failure() == null;
    if (well && SubscriptionRules.isHeld(hub) && !polled.isPending()) {
      state.setNextPollAt(tools.rules().nextPoll(hub, now()));
    }
    boolean demoted = isNow(HubStatus.DEMOTED, before.getHub(), hub);
    ShardLeases.Changes changes = leases.of(source.getId(), decision);
    commit.finish(
        state.build(),
        demoted ? CloudEvents.SOURCE_HUB_DEMOTED : ShardRecords.type(polled),
        leases.records(changes));
    tell(source.getId(), before.getHub(), hub);
    leases.committed(changes);
  }

  private Decision decide(WatchedSource source, SourceState before, Polled polled) {
    HubState hub = before.getHub();
    Shown shown = polled.shown();
    if (source.getKind() != SourceKind.FEED || polled.failure() != null) {
      return Decision.keep(hub);
    }
    Decision left =
        hub != null && leases.isElsewhere(hub)
            ? tools.rules().left(hub, "websub.callback has changed")
            : Decision.keep(hub);
    Listening listening = new Listening(since, heardUntil);
    Decision decision =
        shown == null
            ? tools.rules().afterUnchanged(left.hub(), listening, now())
            : tools
                .rules()
                .afterDocument(left.hub(), shown, listening, before.getPolledAt(), now());
    return decision.after(left);
  }

  /** Asks for another lease where that is due, or goes on without. */
  void renewWhenDue(WatchedSource source) throws InterruptedException, FencedException {
    SourceState state = state(source.getId());
    HubState hub = state.getHub();
    if (SubscriptionRules.isHeld(hub) && !hub.getNextAt().isAfter(now()) && tools.usesHubs()) {
      settle(source.getId(), state, tools.rules().whenDue(hub, now()));
    }
  }

  /** Gives the lease of a source back that is not to be asked. */
  void pause(WatchedSource source) throws InterruptedException, FencedException {
    SourceState state = state(source.getId());
    HubState hub = state.getHub();
    if (hub != null && hub.getStatus() != HubStatus.UNUSED) {
      settle(source.getId(), state, tools.rules().left(hub, "the source is paused"));
    }
  }

  /**
   * Takes what a hub called back with, once.
   *
   * @param source null where it was removed
   * @param offset of the notice in its topic
   */
  void take(@Nullable WatchedSource source, SourceNotice notice, long offset)
      throws InterruptedException, FencedException {
    SourceLease lease = journal.memory().lease(notice.getToken());
    if (lease == null) {
      return;
    }
    if (lease.getStatus() == LeaseStatus.ENDING) {
      switch (notice.getKind()) {
        case ENDED, DENIED -> leases.drop(List.of(lease));
        case CONTENT, CONFIRMED -> LOG.debug("too late source={}", lease.getSourceId());
      }
      return;
    }
    SourceState before = state(lease.getSourceId());
    HubState known = before.getHub();
    if (source == null || known == null || offset <= known.getNotice()) {
      return;
    }
    HubState hub = HubState.newBuilder(known).setNotice(offset).build();
    String token = notice.getToken();
    switch (notice.getKind()) {
      case CONTENT -> deliver(source, before, hub, notice);
      case CONFIRMED ->
          settle(
              source.getId(),
              before,
              tools.rules().confirmed(hub, token, notice.getLeaseSeconds(), now()));
      case DENIED ->
          settle(
              source.getId(),
              before,
              tools.rules().denied(hub, token, "it denies: " + notice.getReason(), now()));
      case ENDED -> LOG.debug("nobody asked for that source={}", source.getId());
    }
  }

  private void deliver(
      WatchedSource source, SourceState before, HubState known, SourceNotice notice)
      throws InterruptedException, FencedException {
    HubState hub = HubState.newBuilder(known).setDeliveredAt(now()).build();
    SourceState state = SourceState.newBuilder(before).setHub(hub).build();
    Optional<Delivery> delivery =
        Optional.ofNullable(notice.getBody()).map(body -> delivery(body, notice));
    PollCommit commit = new PollCommit(source, journal, tools);
    Optional<SourceState> after = Optional.empty();
    if (delivery.isPresent()) {
      try {
        after =
            tools
                .poll()
                .deliver(
                    source, state, delivery.get(), journal.memory().items(source.getId()), commit);
      } catch (RuntimeException | StackOverflowError e) {
        // lost otherwise until the safety poll, which would blame the hub
        LOG.error("asks the source for what cannot be taken id={}", source.getId(), e);
        commit = new PollCommit(source, journal, tools);
      }
    }
    commit.finish(
        after.orElseGet(() -> tools.poll().soon(state)), CloudEvents.SOURCE_HUB, List.of());
  }

  private static Delivery delivery(ByteBuffer body, SourceNotice notice) {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return new Delivery(bytes, notice.getMediaType(), notice.getCharset(), notice.getReceivedAt());
  }

  private void settle(String sourceId, SourceState before, Decision decision)
      throws InterruptedException, FencedException {
    HubState hub = decision.hub();
    SourceState.Builder state = SourceState.newBuilder(before).setHub(hub);
    if (SubscriptionRules.isHeld(before.getHub()) && !SubscriptionRules.isHeld(hub)) {
      Instant soon = now().plusSeconds(before.getIntervalSeconds());
      state.setNextPollAt(soon.isBefore(before.getNextPollAt()) ? soon : before.getNextPollAt());
    }
    ShardLeases.Changes changes = leases.of(sourceId, decision);
    SourceState after = state.build();
    List<Outgoing> records = new ArrayList<>(leases.records(changes));
    records.add(
        outgoing(
            tools.records().state(journal.partition(), sourceId, after, CloudEvents.SOURCE_HUB)));
    journal.send(records);
    journal.memory().put(sourceId, after);
    tell(sourceId, before.getHub(), hub);
    leases.committed(changes);
  }

  private void refused(SourceLease lease, Failed failed)
      throws InterruptedException, FencedException {
    SourceState state = state(lease.getSourceId());
    HubState hub = state.getHub();
    if (hub != null) {
      Decision decision = tools.rules().denied(hub, lease.getToken(), failed.message(), now());
      settle(lease.getSourceId(), state, decision);
    }
  }

  private void tell(String sourceId, @Nullable HubState before, @Nullable HubState now) {
    if (now == null) {
      return;
    }
    if (isNow(HubStatus.HELD, before, now)) {
      LOG.info("a hub tells what is new source={} hub={}", sourceId, now.getUrl());
    } else if (isNow(HubStatus.REFUSED, before, now)) {
      LOG.info(
          "polls, for a hub does not serve source={} hub={} reason={}",
          sourceId,
          now.getUrl(),
          now.getReason());
    } else if (isNow(HubStatus.DEMOTED, before, now)) {
      tools.meters().demoted();
      LOG.warn(
          "polls again, for a hub kept items back source={} hub={} reason={}",
          sourceId,
          now.getUrl(),
          now.getReason());
    }
  }

  private static boolean isNow(
      HubStatus status, @Nullable HubState before, @Nullable HubState now) {
    return now != null
        && now.getStatus() == status
        && (before == null || before.getStatus() != status);
  }

  private SourceState state(String sourceId) {
    return journal.memory().state(sourceId, now());
  }

  private Instant now() {
    return tools.clock().instant();
  }
}
