package dev.dateline.ingest.watch;

import static dev.dateline.ingest.watch.ShardJournal.outgoing;

import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.websub.Decision;
import dev.dateline.ingest.websub.Tokens;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.LeaseStatus;
import dev.dateline.schemas.SourceLease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of the sources of one partition. They are written with a decision; once that is
 * committed, the hubs hear of them, each in its own lane, so that a dead one holds up no source.
 */
final class ShardLeases {

  private static final Logger LOG = LoggerFactory.getLogger(ShardLeases.class);

  /** For so long a hub may confirm the end of a lease. */
  private static final Duration ENDING = Duration.ofDays(1);

  private final ShardJournal journal;
  private final WatchTools tools;
  private final Turns turns;
  private final Refusal refusal;

  /** Tokens of leases whose hubs have their turn to hear of the end. */
  private final Set<String> givingBack = ConcurrentHashMap.newKeySet();

  /** Hears, in the turn of the source, that a hub could not be asked. */
  interface Refusal {
    void of(SourceLease lease, Failed failed) throws InterruptedException, FencedException;
  }

  /**
   * What a decision changes.
   *
   * @param dropped tokens of leases that the hub does not know
   */
  record Changes(List<SourceLease> asked, List<SourceLease> ended, List<String> dropped) {}

  ShardLeases(ShardJournal journal, WatchTools tools, Turns turns, Refusal refusal) {
    this.journal = journal;
    this.tools = tools;
    this.turns = turns;
    this.refusal = refusal;
  }

  /** The changes that a decision means. */
  Changes of(String sourceId, Decision decision) {
    List<SourceLease> ended =
        decision.ended().stream()
            .map(journal.memory()::lease)
            .filter(Objects::nonNull)
            .map(this::ending)
            .toList();
    HubState hub = decision.hub();
    List<SourceLease> asked =
        decision.asked() == null || hub == null
            ? List.of()
            : List.of(asked(sourceId, hub, decision.asked()));
    return new Changes(asked, ended, decision.dropped());
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

  private String callback(String token) {
    return tools.webSub().callback().orElseThrow() + "/" + token;
  }

  /** Whether the hub calls an address that does not lead here any more. */
  boolean isElsewhere(HubState hub) {
    SourceLease lease = hub.getToken() == null ? null : journal.memory().lease(hub.getToken());
    return lease != null
        && tools.usesHubs()
        && !lease.getCallback().equals(callback(lease.getToken()));
  }

  /** The records to be committed with the decision. */
  List<Outgoing> records(Changes changes) {
    List<Outgoing> records = new ArrayList<>();
    for (List<SourceLease> some : List.of(changes.asked(), changes.ended())) {
      for (SourceLease lease : some) {
        records.add(outgoing(tools.leases().lease(journal.partition(), lease)));
      }
    }
    changes.dropped().forEach(token -> records.add(tombstone(token)));
    return records;
  }

  private Outgoing tombstone(String token) {
    return outgoing(tools.leases().tombstone(journal.partition(), token));
  }

  /** The changes are committed: they are remembered, and the hubs hear of them. */
  void committed(Changes changes) {
    changes.ended().forEach(journal.memory()::putLease);
    changes.asked().forEach(journal.memory()::putLease);
    changes.dropped().forEach(journal.memory()::removeLease);
    changes.ended().forEach(this::giveBack);
    changes.asked().forEach(this::ask);
  }

  /** A hub that does not hear of it, or does not confirm it, is told again by {@link #tidy}. */
  private void giveBack(SourceLease lease) {
    String id = lease.getSourceId();
    if (!givingBack.add(lease.getToken())) {
      return;
    }
    turns.at(
        Domains.registrable(lease.getHub()),
        id,
        () -> {
          givingBack.remove(lease.getToken());
          if (journal.memory().lease(lease.getToken()) != null) {
            tell(lease);
          }
        });
  }

  private void tell(SourceLease ending) throws InterruptedException {
    tools
        .hubs()
        .unsubscribe(ending)
        .ifPresent(
            failed ->
                LOG.info(
                    "a hub does not hear that a lease is given back source={} reason={}",
                    ending.getSourceId(),
                    failed.message()));
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
                .ifPresent(failed -> turns.atSource(id, () -> refusal.of(lease, failed)));
          }
        });
  }

  /** Many sources of one hub wait for their turn; meanwhile one may have been given up. */
  private boolean isAwaited(SourceLease lease) {
    HubState hub = journal.memory().state(lease.getSourceId(), now()).getHub();
    return hub != null && lease.getToken().equals(hub.getPending());
  }

  /** Gives all leases of a source back. */
  void endAll(String sourceId) throws InterruptedException, FencedException {
    List<SourceLease> ended =
        journal.memory().leases().stream()
            .filter(lease -> lease.getSourceId().equals(sourceId))
            .filter(lease -> lease.getStatus() == LeaseStatus.WANTED)
            .map(this::ending)
            .toList();
    if (!ended.isEmpty()) {
      Changes changes = new Changes(List.of(), ended, List.of());
      journal.send(records(changes));
      committed(changes);
    }
  }

  /** Drops what is left of leases that are over, and tells hubs again what they are given back. */
  void tidy(Instant now) throws InterruptedException, FencedException {
    dropOver(now);
    journal.memory().leases().stream()
        .filter(lease -> lease.getStatus() == LeaseStatus.ENDING)
        .forEach(this::giveBack);
  }

  private void dropOver(Instant now) throws InterruptedException, FencedException {
    drop(
        journal.memory().leases().stream()
            .filter(lease -> !lease.getEndsAt().isAfter(now))
            .toList());
  }

  /** Forgets leases that nobody will confirm or use any more. */
  void drop(Collection<SourceLease> leases) throws InterruptedException, FencedException {
    if (!leases.isEmpty()) {
      journal.send(leases.stream().map(lease -> tombstone(lease.getToken())).toList());
      leases.forEach(lease -> journal.memory().removeLease(lease.getToken()));
    }
  }

  private Instant now() {
    return tools.clock().instant();
  }
}
