package dev.dateline.ingest.watch;

import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.poll.PageReader;
import dev.dateline.ingest.poll.SourcePoll;
import dev.dateline.ingest.publish.IngestCounts;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.publish.RecordWriter;
import dev.dateline.ingest.publish.TakedownCheck;
import dev.dateline.ingest.websub.HubClient;
import dev.dateline.ingest.websub.SubscriptionRules;
import dev.dateline.ingest.websub.Tokens;
import dev.dateline.ingest.websub.WebSubService;
import dev.dateline.ingest.websub.WebSubSettings;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.MemberName;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.takedown.TakenDown;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.HubStatus;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches its share of the sources of {@code news.source.v1}. */
public final class WatchService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(WatchService.class);
  private static final String GROUP = "dateline-ingest";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final KafkaClients clients;
  private final Fetcher fetcher;
  private final TakenDown takenDown;
  private final ThreadPoolExecutor workers;
  private final ExecutorService openers = Executors.newCachedThreadPool();
  private final WatchTools tools;
  private final Map<Integer, Shard> shards = new ConcurrentHashMap<>();
  private final NoticeReader notices;
  private final Thread thread = new Thread(this::run, "watch");
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private volatile boolean closing;
  private volatile @Nullable String trouble;

  /**
   * @param registry where the schemas are registered
   * @param webSub how hubs are used; their callbacks are taken by a {@link WebSubService}
   * @param limits what is read of a page at most
   */
  public WatchService(
      KafkaClients clients,
      SchemaRegistry registry,
      WatchSettings settings,
      WebSubSettings webSub,
      FetchSettings fetching,
      ExtractLimits limits,
      Metrics metrics,
      IngestListener listener) {
    Clock clock = Clock.systemUTC();
    this.clients = clients;
    this.fetcher = new Fetcher(fetching, clock);
    this.takenDown = new TakenDown(clients);
    this.workers =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>());
    workers.allowCoreThreadTimeOut(true);
    WatchMeters meters = new WatchMeters(metrics);
    this.tools =
        new WatchTools(
            clients,
            metrics,
            new SourcePoll(
                fetcher,
                new PageReader(fetcher, new ArticleReader(limits)),
                settings.pacing(),
                settings.honouring(),
                clock,
                () -> ThreadLocalRandom.current().nextDouble()),
            new Lanes(workers, settings.domainPause(), System::nanoTime),
            Executors.newSingleThreadScheduledExecutor(),
            new ShardRecords(registry, clock),
            new LeaseRecords(registry, clock),
            new RecordWriter(registry, clock),
            new TakedownCheck(takenDown),
            new IngestCounts(metrics),
            listener,
            meters,
            webSub,
            new SubscriptionRules(webSub, Tokens::next),
            new HubClient(fetcher, webSub),
            clock);
    this.notices =
        new NoticeReader(clients, new AvroSerde<>(SourceNotice.class, registry), shards, clock);
    meters.sources("watched", this::watched);
    meters.sources("failing", () -> count(SourceStatus.FAILING));
    meters.sources("dead", () -> count(SourceStatus.DEAD));
    for (HubStatus status : HubStatus.values()) {
      meters.hubs(
          status.name().toLowerCase(Locale.ROOT),
          () -> count(state -> state.getHub() != null && state.getHub().getStatus() == status));
    }
  }

  @Override
  public String name() {
    return "sources";
  }

  @Override
  public void start() {
    takenDown.start();
    thread.start();
    if (tools.usesHubs()) {
      notices.start();
    }
  }

  private void run() {
    try (MemberName member = MemberName.of(clients.settings(), GROUP)) {
      run(member);
    }
  }

  private void run(MemberName member) {
    while (!closing) {
      try {
        follow(member);
      } catch (WakeupException | InterruptException e) {
        LOG.debug("woken up");
      } catch (KafkaException | RegistryUnavailableException e) {
        member.failed(e);
        trouble = "Kafka or the schema registry does not answer: " + e.getMessage();
        LOG.warn("following the sources is tried again reason={}", e.toString());
        sleep();
      } catch (RuntimeException | Error e) {
        trouble = "Watching sources failed: " + e + ". Please report this.";
        LOG.error("watching sources failed", e);
        return;
      } finally {
        closeShards(List.copyOf(shards.keySet()));
      }
    }
  }

  private void follow(MemberName member) {
    KafkaConsumer<String, byte[]> opened = open(member);
    try {
      consumer = opened;
      opened.subscribe(List.of(Topics.SOURCE.name()), new Ownership(opened));
      while (!closing) {
        for (ConsumerRecord<String, byte[]> record : opened.poll(POLL)) {
          apply(record);
        }
        takeOverAgain(opened);
        trouble = null;
      }
    } finally {
      consumer = null;
      MemberName.leave(opened);
    }
  }

  /** What this process owns by the group and lost to one that woke up late. */
  private void takeOverAgain(KafkaConsumer<String, byte[]> opened) {
    for (Map.Entry<Integer, Shard> entry : shards.entrySet()) {
      if (entry.getValue().isFenced()) {
        entry.getValue().close();
        entry.setValue(new Shard(entry.getKey(), tools));
        opened.seekToBeginning(List.of(new TopicPartition(Topics.SOURCE.name(), entry.getKey())));
      }
    }
  }

  private KafkaConsumer<String, byte[]> open(MemberName member) {
    Map<String, Object> configuration = clients.consumer(GROUP, "dateline-sources");
    member.name(configuration);
    configuration.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(
        configuration, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    Shard shard = shards.get(record.partition());
    if (shard == null || record.key() == null) {
      return;
    }
    if (shard.begins()) {
      openers.execute(() -> open(shard));
    }
    if (record.value() == null) {
      shard.undefine(record.key());
      return;
    }
    tools.records().definition(record).ifPresent(shard::define);
  }

  /** What is owned is opened and closed as the group shares it out. */
  private final class Ownership implements ConsumerRebalanceListener {

    private final KafkaConsumer<String, byte[]> of;

    Ownership(KafkaConsumer<String, byte[]> of) {
      this.of = of;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      of.seekToBeginning(partitions);
      for (TopicPartition partition : partitions) {
        shards.put(partition.partition(), new Shard(partition.partition(), tools));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      closeShards(partitions.stream().map(TopicPartition::partition).toList());
    }
  }

  private static void open(Shard shard) {
    try {
      shard.open();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeShards(Collection<Integer> partitions) {
    partitions.stream().map(shards::remove).filter(Objects::nonNull).forEach(Shard::close);
  }

  private void sleep() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int watched() {
    return shards.values().stream().mapToInt(Shard::size).sum();
  }

  private long count(SourceStatus status) {
    return count(state -> state.getStatus() == status);
  }

  private long count(Predicate<SourceState> states) {
    return shards.values().stream().mapToLong(shard -> shard.count(states)).sum();
  }

  @Override
  public Health check() {
    if (closing) {
      return Health.stopped();
    }
    Optional<String> wrong =
        Stream.concat(
                Stream.of(trouble, notices.trouble(), takenDown.trouble()),
                shards.values().stream().map(Shard::trouble))
            .filter(Objects::nonNull)
            .findFirst();
    if (wrong.isPresent()) {
      return Health.down(wrong.get());
    }
    return Health.up(
        "watches "
            + watched()
            + " sources in "
            + shards.size()
            + " partitions; "
            + count(SourceStatus.FAILING)
            + " fail, "
            + count(SourceStatus.DEAD)
            + " are dead");
  }

  @Override
  public void close() {
    closing = true;
    KafkaConsumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    if (thread.getState() != Thread.State.NEW) {
      try {
        thread.join(CLOSE_PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    notices.close();
    tools.timer().shutdownNow();
    workers.shutdownNow();
    openers.shutdownNow();
    takenDown.close();
    fetcher.close();
  }
}
