package dev.dateline.ingest;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was read, in order, in transactions of bounded size. Trouble with the brokers or
 * the registry is waited out with growing pauses. Used by one thread, but for {@link #check}.
 */
final class Publisher {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration QUIET_TROUBLE = Duration.ofSeconds(10);

  private final RecordWriter writer;
  private final TransactionalSender sender;
  private final IngestCounts counts;
  private final IngestListener listener;
  private final boolean patient;
  private final Batch batch = new Batch();
  private boolean sentBefore;
  private volatile @Nullable String trouble;

  /**
   * @param patient whether trouble is waited out for ever; otherwise for two minutes
   */
  Publisher(
      RecordWriter writer,
      TransactionalSender sender,
      IngestCounts counts,
      IngestListener listener,
      boolean patient) {
    this.writer = writer;
    this.sender = sender;
    this.counts = counts;
    this.listener = listener;
    this.patient = patient;
  }

  void found(int files) {
    listener.found(files);
  }

  void publish(String articleId, Extracted item) throws InterruptedException, FencedException {
    counts.in();
    Optional<ProducerRecord<String, byte[]>> record =
        patiently(() -> writer.article(articleId, item));
    if (record.isEmpty()) {
      deadLetter(writer.tooLarge(item.origin()), articleId);
      return;
    }
    add(
        record.get(),
        sent -> {
          counts.published();
          String place = RecordKeys.origin(sent.topic(), sent.partition(), sent.offset());
          listener.published(articleId, place, item.origin());
        });
  }

  void reject(Rejected rejected) throws InterruptedException, FencedException {
    counts.in();
    deadLetter(rejected, null);
  }

  void skip(Skipped skipped) {
    counts.skipped();
    listener.skipped(skipped);
  }

  private void deadLetter(Rejected rejected, @Nullable String articleId)
      throws InterruptedException, FencedException {
    add(
        patiently(() -> writer.deadLetter(rejected, articleId)),
        sent -> {
          counts.rejected();
          listener.rejected(rejected);
        });
  }

  private void add(ProducerRecord<String, byte[]> record, Consumer<RecordMetadata> committed)
      throws InterruptedException, FencedException {
    batch.add(new Outgoing(record, record.value().length, committed));
    if (batch.isDue() || !sentBefore) {
      flush(); // the very first record goes alone: somebody waits to see it
    }
  }

  /** Sends what is collected and waits until it is committed. */
  void flush() throws InterruptedException, FencedException {
    if (batch.isEmpty()) {
      return;
    }
    List<Outgoing> records = batch.drain();
    List<RecordMetadata> sent = patiently(() -> sender.send(records));
    sentBefore = true;
    for (int i = 0; i < records.size(); i++) {
      records.get(i).committed().accept(sent.get(i));
    }
  }

  private interface Attempt<T> {
    T make() throws FencedException;
  }

  private <T> T patiently(Attempt<T> attempt) throws InterruptedException, FencedException {
    Duration pause = FIRST_PAUSE;
    long start = System.nanoTime();
    while (true) {
      try {
        T result = attempt.make();
        trouble = null;
        return result;
      } catch (InterruptException e) {
        throw new InterruptedException();
      } catch (KafkaException | RegistryUnavailableException e) {
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        String reason = "Kafka or the schema registry does not answer: " + e.getMessage();
        LOG.warn("publishing is tried again pause={} reason={}", pause, e.toString());
        if (!patient && passed.compareTo(PATIENCE) > 0) {
          throw new UserException(
              ExitCode.UNAVAILABLE,
              reason + ". Gave up after " + passed.toSeconds() + " s; check kafka.bootstrap.",
              e);
        }
        trouble = passed.compareTo(QUIET_TROUBLE) > 0 ? reason : null;
      }
      Thread.sleep(pause.toMillis());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  IngestReport report() {
    return counts.report();
  }

  /** The state now, as the service tells it. */
  Health check(Path root) {
    String reason = trouble;
    if (reason != null) {
      return Health.down(reason + ". It is tried again and again.");
    }
    IngestReport report = counts.report();
    return Health.up(
        "reads "
            + root
            + ": "
            + report.published()
            + " published, "
            + report.rejected()
            + " rejected");
  }
}
