package dev.dateline.ingest.publish;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import dev.dateline.runtime.Health;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what was read, in order, in transactions of bounded size. Trouble with the brokers or
 * the registry is waited out with growing pauses. Used by one thread, but for {@link #check}.
 */
public final class Publisher {

  private final Source source;
  private final RecordWriter writer;
  private final TakedownCheck takedowns;
  private final TransactionalSender sender;
  private final IngestCounts counts;
  private final IngestListener listener;
  private final Patience patience;
  private final Batch batch = new Batch();
  private boolean sentBefore;

  /** Whether something was kept out since a batch was sent; its counts go with the next one. */
  private boolean uncounted;

  /**
   * @param patient whether trouble is waited out for ever; otherwise for two minutes
   */
  public Publisher(
      Source source,
      RecordWriter writer,
      TakedownCheck takedowns,
      TransactionalSender sender,
      IngestCounts counts,
      IngestListener listener,
      boolean patient) {
    this.source = source;
    this.writer = writer;
    this.takedowns = takedowns;
    this.sender = sender;
    this.counts = counts;
    this.listener = listener;
    this.patience = new Patience(patient);
  }

  /** So many files are about to be read. */
  public void found(int files) {
    listener.found(files);
  }

  /**
   * Takes an article to be sent; one that was taken down is kept out.
   *
   * @param observedAt when it was first seen as it is
   */
  public void publish(String articleId, Extracted item, Instant observedAt)
      throws InterruptedException, FencedException {
    counts.in();
    if (patience.keep(() -> takedowns.bars(articleId, item))) {
      counts.barred();
      sender.barred(source.getId());
      uncounted = true;
      listener.skipped(new Skipped("it was taken down", item.origin()));
      return;
    }
    Optional<ProducerRecord<String, byte[]>> record =
        patience.keep(() -> writer.article(source, articleId, item, observedAt));
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

  /** Takes what could not be read, to be sent as a dead letter. */
  public void reject(Rejected rejected) throws InterruptedException, FencedException {
    counts.in();
    deadLetter(rejected, null);
  }

  /** Tells of what holds no article. */
  public void skip(Skipped skipped) {
    counts.skipped();
    listener.skipped(skipped);
  }

  private void deadLetter(Rejected rejected, @Nullable String articleId)
      throws InterruptedException, FencedException {
    add(
        patience.keep(() -> writer.deadLetter(source, rejected, articleId)),
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
  public void flush() throws InterruptedException, FencedException {
    if (batch.isEmpty() && !uncounted) {
      return;
    }
    List<Outgoing> records = batch.drain();
    List<RecordMetadata> sent = patience.keep(() -> sender.send(records));
    sentBefore |= !records.isEmpty();
    uncounted = false;
    for (int i = 0; i < records.size(); i++) {
      records.get(i).committed().accept(sent.get(i));
    }
  }

  /** What was done so far. */
  public IngestReport report() {
    return counts.report();
  }

  /** The state now, as the service tells it. */
  public Health check(Path root) {
    Optional<String> trouble = patience.trouble();
    if (trouble.isPresent()) {
      return Health.down(trouble.get() + ". It is tried again and again.");
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
