package dev.dateline.ingest.watch;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.WatchedSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The sources on the web as operators see and state them. Kafka's exceptions come through. For one
 * thread.
 */
public final class SourceCatalog implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final KafkaClients clients;
  private final AvroSerde<WatchedSource> serde;
  private final ShardRecords records;
  private final KafkaProducer<String, byte[]> producer;
  private final int partitions;

  /** Where a source is defined. */
  private record Place(WatchedSource source, int partition) {}

  /**
   * A source and how it does.
   *
   * @param items items that are remembered of it
   */
  public record Listed(WatchedSource source, SourceState state, int items) {}

  public SourceCatalog(KafkaClients clients, Clock clock) {
    this.clients = clients;
    this.serde = new AvroSerde<>(WatchedSource.class, clients.registry());
    this.records = new ShardRecords(clients.registry(), clock);
    Map<String, Object> config = clients.common("dateline-source");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.partitions = producer.partitionsFor(Topics.SOURCE.name()).size();
  }

  /** All sources by id, and how they do. */
  public List<Listed> list() {
    ShardMemory memory = new ShardMemory();
    Replay.of(
        clients, partitions(Topics.SOURCE_STATE.name()), record -> records.read(record, memory));
    List<Listed> listed = new ArrayList<>();
    for (Place place : places().values()) {
      String id = place.source().getId();
      listed.add(
          new Listed(
              place.source(),
              memory.state(id, place.source().getStatedAt()),
              memory.items(id).items().size()));
    }
    return listed;
  }

  /** One source. */
  public Optional<WatchedSource> find(String id) {
    return Optional.ofNullable(places().get(id)).map(Place::source);
  }

  private Map<String, Place> places() {
    Map<String, Place> places = new TreeMap<>();
    Replay.of(
        clients,
        partitions(Topics.SOURCE.name()),
        record -> {
          if (record.value() == null) {
            places.remove(record.key());
          } else {
            places.put(record.key(), new Place(serde.decode(record.value()), record.partition()));
          }
        });
    return places;
  }

  private List<TopicPartition> partitions(String topic) {
    List<TopicPartition> all = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      all.add(new TopicPartition(topic, i));
    }
    return all;
  }

  /** States sources, each wholly as it is given here. Returns when the brokers have them. */
  public void put(Collection<WatchedSource> sources) {
    send(
        sources.stream()
            .map(
                source ->
                    record(
                        SourcePartition.of(source.getUrl(), partitions),
                        source.getId(),
                        serde.encode(Topics.SOURCE.name(), source)))
            .toList());
  }

  /** Ends a source; what was published of it stays. */
  public void remove(String id) {
    Place place = places().get(id);
    if (place != null) {
      send(List.of(record(place.partition(), id, null)));
    }
  }

  private ProducerRecord<String, byte[]> record(int partition, String id, byte @Nullable [] value) {
    return new ProducerRecord<>(Topics.SOURCE.name(), partition, id, value);
  }

  private void send(List<ProducerRecord<String, byte[]>> all) {
    List<Future<?>> sends = new ArrayList<>();
    all.forEach(record -> sends.add(producer.send(record)));
    producer.flush();
    try {
      for (Future<?> sent : sends) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers did not take it", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(PATIENCE_MILLIS));
  }
}
