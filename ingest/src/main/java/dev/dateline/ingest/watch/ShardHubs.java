package dev.dateline.ingest.watch;

import static dev.dateline.ingest.watch.ShardJournal.outgoing;

import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.poll.Delivery;
import dev.dateline.ingest.poll.Shown;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.websub.SubscriptionRules;
import dev.dateline.ingest.websub.SubscriptionRules.Decision;
import dev.dateline.ingest.websub.Tokens;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** For so long a hub may confirm the end of a lease. */
  private static final Duration ENDING = Duration.ofDays(1);

  private final ShardJournal journal;
  private final WatchTools tools;
  private final Turns turns;
  private volatile Instant since = Instant.MAX;

  /** Runs work on a source, one after another. */
  interface Turns {

    /** After what was given of the domain of the source. */
    void atSource(String sourceId, GuardedWork.Work work);

    /** After what was given of another domain. */
    void at(String domain, String sourceId, GuardedWork.Work work);
  }

  /** Leases to be written with a decision, and of which the hub hears then. */
  private record Leases(List<SourceLease> asked, List<SourceLease> ended, List<String> dropped) {}

  ShardHubs(ShardJournal journal, WatchTools tools, Turns turns) {
    this.journal = journal;
    this.tools = tools;
    this.turns = turns;
  }

  /** Begins to listen; drops what is left of leases that are over. */
  void open(Instant now) throws InterruptedException {
    since = now;
    ShardMemory memory = journal.memory();
    List<SourceLease> over =
        memory.leases().stream().filter(lease -> !lease.getEndsAt().isAfter(now)).toList();
    try {
      for (SourceLease lease : over) {
        drop(lease);
      }
    } catch (FencedException e) {
      LOG.debug("fenced before it began partition={}", journal.partition());
    }
  }

  private void drop(SourceLease lease) throws InterruptedException, FencedException {
    journal.send(
        List.of(outgoing(tools.leases().tombstone(journal.partition(), lease.getToken()))));
    journal.memory().removeLease(lease.getToken());
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
    if (well && SubscriptionRules.isHeld(hub)) {
      state.setNextPollAt(tools.rules().nextPoll(hub, now()));
    }
    boolean demoted = isNow(HubStatus.DEMOTED, before.getHub(), hub);
    Leases leases = leases(source.getId(), decision);
    commit.finish(
        state.build(),
        demoted ? CloudEvents.SOURCE_HUB_DEMOTED : ShardRecords.type(polled),
        records(leases));
    tell(source.getId(), before.getHub(), hub);
    call(leases);
  }

  private Decision decide(WatchedSource source, SourceState before, Polled polled) {
    HubState hub = before.getHub();
    Shown shown = polled.shown();
    if (source.getKind() != SourceKind.FEED || polled.failure() != null) {
      return Decision.keep(hub);
    }
    Decision left =
        hub != null && isElsewhere(hub)
            ? tools.rules().left(hub, "websub.callback has changed")
            : Decision.keep(hub);
    Decision decision =
        shown == null
            ? tools.rules().afterUnchanged(left.hub(), now())
            : tools.rules().afterDocument(left.hub(), shown, since, before.getPolledAt(), now());
    return decision.after(left);
  }

  /** Whether the hub calls an address that does not lead here any more. */
  private boolean isElsewhere(HubState hub) {
    SourceLease lease = hub.getToken() == null ? null : journal.memory().lease(hub.getToken());
    return lease != null
        && tools.webSub().callback().isPresent()
        && !lease.getCallback().equals(callback(lease.getToken()));
  }

  private String callback(String token) {
    return tools.webSub().callback().orElseThrow() + "/" + token;
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

  /** Gives all leases of a source back that is removed. */
  void leave(String sourceId) throws InterruptedException, FencedException {
    List<SourceLease> ended =
        journal.memory().leases().stream()
            .filter(lease -> lease.getSourceId().equals(sourceId))
            .filter(lease -> lease.getStatus() == LeaseStatus.WANTED)
            .map(this::ending)
            .toList();
    if (!ended.isEmpty()) {
      Leases leases = new Leases(List.of(), ended, List.of());
      journal.send(records(leases));
      call(leases);
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
        case ENDED, DENIED -> drop(lease);
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
      after =
          tools
              .poll()
              .deliver(
                  source, state, delivery.get(), journal.memory().items(source.getId()), commit);
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
    Leases leases = leases(sourceId, decision);
    SourceState after = state.build();
    List<Outgoing> records = new ArrayList<>(records(leases));
    records.add(
        outgoing(
            tools.records().state(journal.partition(), sourceId, after, CloudEvents.SOURCE_HUB)));
    journal.send(records);
    journal.memory().put(sourceId, after);
    tell(sourceId, before.getHub(), hub);
    call(leases);
  }

  private Leases leases(String sourceId, Decision decision) {
    List<SourceLease> ended =
        decision.ended().stream()
            .map(journal.memory()::lease)
            .filter(Objects::nonNull)
            .map(this::ending)
            .toList();
    HubState hub = decision.hub();
    return decision.asked() == null || hub == null
        ? new Leases(List.of(), ended, decision.dropped())
        : new Leases(List.of(asked(sourceId, hub, decision.asked())), ended, decision.dropped());
  }

  private SourceLease asked(String sourceId, HubState hub, String token) {
    return SourceLease.newBuilder()
        .setToken(token)
        .setSourceId(sourceId)
        .setHub(hub.getUrl())
        .setTopic(hub.getTopic())
        .setCallback(callback(token))
        .setSecret(Tokens.next())
        .setStatus(LeaseStatus.WANTED)
        .setEndsAt(now().plus(tools.webSub().longestLease()))
        .build();
  }

  private SourceLease ending(SourceLease lease) {
    return SourceLease.newBuilder(lease)
        .setStatus(LeaseStatus.ENDING)
        .setEndsAt(now().plus(ENDING))
        .build();
  }

  private List<Outgoing> records(Leases leases) {
    List<Outgoing> records = new ArrayList<>();
    for (List<SourceLease> some : List.of(leases.asked(), leases.ended())) {
      for (SourceLease lease : some) {
        records.add(outgoing(tools.leases().lease(journal.partition(), lease)));
      }
    }
    for (String token : leases.dropped()) {
      records.add(outgoing(tools.leases().tombstone(journal.partition(), token)));
    }
    return records;
  }

  /**
   * Lets the hubs hear of what is committed; each in its own lane, so that it holds up no source.
   */
  private void call(Leases leases) {
    leases.ended().forEach(journal.memory()::putLease);
    leases.asked().forEach(journal.memory()::putLease);
    leases.dropped().forEach(journal.memory()::removeLease);
    for (SourceLease lease : leases.ended()) {
      turns.at(
          Domains.registrable(lease.getHub()),
          lease.getSourceId(),
          () ->
              tools
                  .hubs()
                  .unsubscribe(lease)
                  .ifPresent(
                      failed ->
                          LOG.info(
                              "a hub does not hear that a lease is given back source={} reason={}",
                              lease.getSourceId(),
                              failed.message())));
    }
    leases.asked().forEach(this::ask);
  }

  private void ask(SourceLease lease) {
    String id = lease.getSourceId();
    turns.at(
        Domains.registrable(lease.getHub()),
        id,
        () -> {
          if (isAwaited(lease)) {
            tools
                .hubs()
                .subscribe(lease)
                .ifPresent(failed -> turns.atSource(id, () -> refused(lease, failed)));
          }
        });
  }

  /** Many sources of one hub wait for their turn; meanwhile one may have been given up. */
  private boolean isAwaited(SourceLease lease) {
    HubState hub = state(lease.getSourceId()).getHub();
    return hub != null && lease.getToken().equals(hub.getPending());
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
