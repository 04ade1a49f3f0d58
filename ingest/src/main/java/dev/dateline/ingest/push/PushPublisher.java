package dev.dateline.ingest.push;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.IngestCounts;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.publish.RecordWriter;
import dev.dateline.ingest.publish.TakedownCheck;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.takedown.TakenDown;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what is pushed, each push in one transaction. Its transactional id lives as long as the
 * process: who pushes sends again what was not answered, and repeats say nothing new.
 */
final class PushPublisher implements AutoCloseable {

  private final Source source;
  private final RecordWriter writer;
  private final TakenDown takenDown;
  private final TakedownCheck takedowns;
  private final TransactionalSender sender;
  private final IngestCounts counts;
  private final IngestListener listener;

  /**
   * @param registry where the schemas are registered
   */
  PushPublisher(
      KafkaClients clients,
      SchemaRegistry registry,
      PushSettings settings,
      Metrics metrics,
      IngestListener listener) {
    this.source = new Source(settings.source(), "push", null);
    this.writer = new RecordWriter(registry, Clock.systemUTC());
    this.takenDown = new TakenDown(clients);
    this.takedowns = new TakedownCheck(takenDown);
    this.sender =
        new TransactionalSender(clients, "dateline-ingest-push-" + UUID.randomUUID(), metrics);
    this.counts = new IngestCounts(metrics);
    this.listener = listener;
  }

  /** An article and the id that it gets. */
  record Pushed(String id, Extracted item) {}

  /** An article is larger than a record may be. */
  static final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  /** Begins to follow what is taken down; nothing is published before that is known. */
  void start() {
    takenDown.start();
  }

  /** What keeps it from publishing, for a person; null while it is well. */
  @Nullable String trouble() {
    return takenDown.trouble();
  }

  /**
   * The first article that was taken down before.
   *
   * @throws KafkaException where the takedowns are not known yet, or the brokers do not answer
   */
  Optional<Pushed> barred(List<Pushed> articles) throws FencedException {
    if (!takenDown.isKnown()) {
      throw new KafkaException(Topics.TAKEDOWN.name() + " is not read yet");
    }
    for (Pushed article : articles) {
      if (takedowns.bars(article.id(), article.item())) {
        counts.in();
        counts.barred();
        sender.barred(source.getId());
        sender.send(List.of()); // nothing of the push is sent, with which it would be counted
        return Optional.of(article);
      }
    }
    return Optional.empty();
  }

  /**
   * Publishes all articles or none; returns when they are committed.
   *
   * @throws KafkaException where the brokers or the registry do not answer
   */
  void publish(List<Pushed> articles) throws TooLargeException, FencedException {
    List<Outgoing> batch = new ArrayList<>();
    for (Pushed article : articles) {
      ProducerRecord<String, byte[]> record = encode(article);
      batch.add(new Outgoing(record, record.value().length, committed -> tell(article, committed)));
    }
    List<RecordMetadata> sent = sender.send(batch);
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).committed().accept(sent.get(i));
    }
  }

  private ProducerRecord<String, byte[]> encode(Pushed article) throws TooLargeException {
    try {
      return writer
          .article(source, article.id(), article.item())
          .orElseThrow(
              () -> new TooLargeException(writer.tooLarge(article.item().origin()).message()));
    } catch (RegistryUnavailableException e) {
      throw new KafkaException(e.getMessage(), e);
    }
  }

  private void tell(Pushed article, RecordMetadata at) {
    counts.in();
    counts.published();
    String place = RecordKeys.origin(at.topic(), at.partition(), at.offset());
    listener.published(article.id(), place, article.item().origin());
  }

  @Override
  public void close() {
    takenDown.close();
    sender.close();
  }
}
