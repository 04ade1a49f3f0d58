package dev.dateline.app.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends what failed to its topic again, and in the same transaction a tombstone for the letter:
 * both are there, or neither. The transactional id is stable, so that whoever redrives next ends
 * what a killed predecessor left open.
 */
final class RedriveSender implements AutoCloseable {

  private static final String TRANSACTIONAL_ID = "dateline-dlq";
  private static final String SOURCE = "/dateline/dlq";
  private static final int PATIENCE_MILLIS = 15_000;

  /** A letter and the bytes of it. */
  record Redriven(Waiting waiting, DeadLetter letter) {}

  private final Clock clock;
  private final KafkaProducer<byte[], byte[]> producer;

  RedriveSender(KafkaClients clients, Clock clock) {
    this.clock = clock;
    Map<String, Object> config = clients.producer(TRANSACTIONAL_ID);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Ends what a predecessor left open; only what is read after this is known to wait. */
  void takeOver() {
    producer.initTransactions();
  }

  /** Sends and commits; a {@link KafkaException} ends this sender. */
  void send(List<Redriven> batch) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Redriven redriven : batch) {
      records.add(record(redriven));
      records.add(tombstone(redriven.waiting()));
    }
    commit(records);
  }

  /** Commits tombstones of letters that are done; a {@link KafkaException} ends this sender. */
  void done(List<Waiting> letters) {
    commit(letters.stream().map(RedriveSender::tombstone).toList());
  }

  private void commit(List<ProducerRecord<byte[], byte[]>> records) {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sends = new ArrayList<>();
    records.forEach(record -> sends.add(producer.send(record)));
    producer.flush();
    sends.forEach(RedriveSender::check);
    producer.commitTransaction();
  }

  private ProducerRecord<byte[], byte[]> record(Redriven redriven) {
    DeadLetter letter = redriven.letter();
    int redrives = redriven.waiting().redrives() + 1;
    ByteBuffer key = letter.getKey();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            letter.getTopic(),
            letter.getPartition(),
            key == null ? null : Bytes.of(key),
            Bytes.of(letter.getPayload()));
    CloudEvents.write(
        record.headers(),
        letter.getOrigin() + "#" + redrives,
        letter.getSourceId() == null ? SOURCE : CloudEvents.sourceOf(letter.getSourceId()),
        CloudEvents.ARTICLE_OBSERVED,
        clock.instant(),
        Objects.requireNonNullElse(letter.getArticleId(), letter.getOrigin()));
    CloudEvents.putRedrives(record.headers(), redrives);
    return record;
  }

  private static ProducerRecord<byte[], byte[]> tombstone(Waiting letter) {
    return new ProducerRecord<>(
        Topics.DEAD_LETTER.name(), letter.partition(), letter.key().getBytes(UTF_8), null);
  }

  private static void check(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("a send failed", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Closing ends an open transaction without committing it. */
  @Override
  public void close() {
    producer.close(Duration.ofMillis(PATIENCE_MILLIS));
  }
}
