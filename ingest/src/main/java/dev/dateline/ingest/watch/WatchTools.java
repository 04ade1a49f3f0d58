package dev.dateline.ingest.watch;

import dev.dateline.ingest.poll.SourcePoll;
import dev.dateline.ingest.publish.IngestCounts;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.publish.RecordWriter;
import dev.dateline.ingest.publish.TakedownCheck;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.ingest.websub.HubClient;
import dev.dateline.ingest.websub.SubscriptionRules;
import dev.dateline.ingest.websub.WebSubSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/** What the shards of a process share. */
record WatchTools(
    KafkaClients clients,
    Metrics metrics,
    SourcePoll poll,
    Lanes lanes,
    ScheduledExecutorService timer,
    ShardRecords records,
    LeaseRecords leases,
    RecordWriter writer,
    TakedownCheck takedowns,
    IngestCounts counts,
    IngestListener listener,
    WatchMeters meters,
    WebSubSettings webSub,
    SubscriptionRules rules,
    HubClient hubs,
    Clock clock) {

  /** Whether subscriptions are tried at all. */
  boolean usesHubs() {
    return webSub.callback().isPresent();
  }

  TransactionalSender sender(String transactionalId) {
    return new TransactionalSender(clients, transactionalId, metrics);
  }

  double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
