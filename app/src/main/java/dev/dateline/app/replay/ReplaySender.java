package dev.dateline.app.replay;

import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends articles that were tagged anew to a topic, in transactions of bounded size. Each topic has
 * a transactional id of its own: tagging takes hours, and is not to end because another version is
 * made or promoted meanwhile.
 */
final class ReplaySender implements AutoCloseable {

  private static final String TRANSACTIONAL_IDS = "dateline-replay.";
  private static final int MOST_RECORDS = 100;
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  /** Key and headers take some hundred bytes. */
  private static final int MOST_VALUE_BYTES = KafkaClients.MAX_RECORD_BYTES - 4 * 1024;

  private final String topic;
  private final AvroSerde<EnrichedArticle> serde;
  private final Metrics metrics = new Metrics();
  private final TransactionalSender sender;
  private final List<Outgoing> batch = new ArrayList<>();
  private long bytes;

  ReplaySender(KafkaClients clients, String topic) {
    this.topic = topic;
    this.serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    this.sender = new TransactionalSender(clients, TRANSACTIONAL_IDS + topic, metrics);
  }

  /**
   * Takes an article to be sent.
   *
   * @return false where it is larger than a record may be; then it is left out
   */
  boolean add(EnrichedArticle article) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, article.getId(), serde.encode(topic, article));
    CloudEvents.write(
        record.headers(),
        RecordKeys.revision(article.getId(), article.getRevision()),
        CloudEvents.sourceOf(article.getArticle().getSource().getId()),
        CloudEvents.ARTICLE_ENRICHED,
        article.getEnrichedAt(),
        article.getId());
    if (record.value().length > MOST_VALUE_BYTES) {
      return false;
    }
    add(record, record.value().length);
    return true;
  }

  /** Says, behind all that was added, that the version is whole. */
  void finish() {
    add(new ProducerRecord<>(topic, 0, Topics.REPLAY_END, null), 0);
    flush();
  }

  private void add(ProducerRecord<String, byte[]> record, int size) {
    batch.add(new Outgoing(record, size, at -> {}));
    bytes += size;
    if (batch.size() >= MOST_RECORDS || bytes >= MOST_BYTES) {
      flush();
    }
  }

  /** Commits what is collected. */
  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    try {
      sender.send(batch);
    } catch (FencedException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "Another 'dateline replay' writes " + topic + " and took over: leave it to that one.",
          e);
    }
    batch.clear();
    bytes = 0;
  }

  @Override
  public void close() {
    sender.close();
    metrics.close();
  }
}
