package dev.dateline.app.instance;

import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@link Topics#ENRICHED} from its newest events on. {@link #stop} may be called from another
 * thread.
 */
public final class EnrichedTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EnrichedTail.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerde<EnrichedArticle> serde;
  private final Predicate<EnrichedArticle> filter;
  private final String bootstrap;
  private volatile boolean stopped;

  public EnrichedTail(KafkaClients clients, Predicate<EnrichedArticle> filter) {
    this.consumer =
        new KafkaConsumer<>(
            clients.reader("dateline-tail"), new StringDeserializer(), new ByteArrayDeserializer());
    this.serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    this.filter = filter;
    this.bootstrap = clients.settings().bootstrap();
  }

  /**
   * Finds the end of the stream, and prints the newest events before it that pass the filter.
   *
   * @param last how many at most
   * @throws UserException where the brokers do not answer
   */
  public void begin(int last, ArticlePrinter printer) {
    serving(
        () -> {
          List<TopicPartition> partitions =
              consumer.partitionsFor(Topics.ENRICHED.name(), PATIENCE).stream()
                  .map(info -> new TopicPartition(info.topic(), info.partition()))
                  .toList();
          Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
          consumer.assign(partitions);
          if (last > 0) {
            consumer.seekToBeginning(partitions);
            newest(last, ends).forEach(event -> printer.print(event.time(), event.article()));
          }
          ends.forEach(consumer::seek);
        });
  }

  /**
   * Prints what comes and passes the filter, until {@link #stop}, or until the reader goes away.
   *
   * @throws UserException where the brokers do not answer
   */
  public void follow(ArticlePrinter printer) {
    serving(
        () -> {
          while (!stopped && !printer.isBroken()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
              Event event = decode(record);
              if (event != null && filter.test(event.article())) {
                printer.print(event.time(), event.article());
              }
            }
          }
        });
  }

  private void serving(Runnable work) {
    try {
      work.run();
    } catch (WakeupException e) {
      // told to stop
    } catch (KafkaException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "The brokers at "
              + bootstrap
              + " do not serve "
              + Topics.ENRICHED.name()
              + ": "
              + e.getMessage()
              + ". Check kafka.bootstrap, and that Dateline runs there.",
          e);
    }
  }

  /** The newest events before the ends, oldest first, in bounded memory. */
  private List<Event> newest(int last, Map<TopicPartition, Long> ends) {
    PriorityQueue<Event> heap = new PriorityQueue<>(Comparator.comparing(Event::time));
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        Event event = decode(record);
        if (event != null && filter.test(event.article())) {
          heap.add(event);
          if (heap.size() > last) {
            heap.poll();
          }
        }
      }
    }
    return Stream.generate(heap::poll).takeWhile(Objects::nonNull).toList();
  }

  private @Nullable Event decode(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return null;
    }
    try {
      return new Event(Instant.ofEpochMilli(record.timestamp()), serde.decode(record.value()));
    } catch (SerializationException e) {
      LOG.warn(
          "skips a record that cannot be decoded topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset());
      return null;
    }
  }

  private record Event(Instant time, EnrichedArticle article) {}

  /** Makes {@link #begin} and {@link #follow} return soon. */
  public void stop() {
    stopped = true;
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
