package dev.dateline.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.extract.Sha256;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.DeadLetterStage;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read into the records of {@code news.article.v1} and {@code news.deadletter.v1}.
 */
public final class RecordWriter {

  /** The largest encoded article: room is left for key and headers. */
  static final int MOST_ARTICLE_BYTES = KafkaClients.MAX_RECORD_BYTES - 64 * 1024;

  private final Clock clock;
  private final AvroSerde<Article> articles;
  private final AvroSerde<DeadLetter> deadLetters;

  /**
   * @param registry where the schemas are registered
   */
  public RecordWriter(SchemaRegistry registry, Clock clock) {
    this.clock = clock;
    this.articles = new AvroSerde<>(Article.class, registry);
    this.deadLetters = new AvroSerde<>(DeadLetter.class, registry);
  }

  /** The record of an article that is observed now; empty where it is too large to be sent. */
  public Optional<ProducerRecord<String, byte[]>> article(
      Source source, String id, Extracted item) {
    return article(source, id, item, clock.instant());
  }

  /**
   * The record of an article; empty where it is too large to be sent.
   *
   * @param observedAt when it was first seen as it is
   */
  public Optional<ProducerRecord<String, byte[]>> article(
      Source source, String id, Extracted item, Instant observedAt) {
    Article article = Observation.of(id, item, source, observedAt);
    byte[] value = articles.encode(Topics.ARTICLE.name(), article);
    if (value.length > MOST_ARTICLE_BYTES) {
      return Optional.empty();
    }
    var record = new ProducerRecord<>(Topics.ARTICLE.name(), id, value);
    String observation = eventId(id, item.origin());
    CloudEvents.write(
        record.headers(),
        observation,
        eventSource(source),
        CloudEvents.ARTICLE_OBSERVED,
        observedAt,
        id);
    if (article.getLanguage() != null) {
      CloudEvents.put(record.headers(), "ce_language", article.getLanguage());
    }
    return Optional.of(record);
  }

  /** What an article becomes that is too large to be sent. */
  public Rejected tooLarge(Origin origin) {
    return new Rejected(
        DeadLetterCode.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "The article takes more than %,d bytes as a record and cannot be sent. Split it.",
            MOST_ARTICLE_BYTES),
        origin);
  }

  /**
   * The record of a dead letter.
   *
   * @param articleId where the failure came after the article had its id
   */
  public ProducerRecord<String, byte[]> deadLetter(
      Source source, Rejected rejected, @Nullable String articleId) {
    Instant now = clock.instant();
    Origin at = rejected.origin();
    String key =
        source.getId()
            + ":"
            + at.location()
            + (at.item().isPresent() ? "#" + at.item().getAsInt() : "");
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setOrigin(key)
            .setStage(DeadLetterStage.INGEST_READ.label())
            .setCode(rejected.code().name())
            .setMessage(rejected.message())
            .setSourceId(source.getId())
            .setArticleId(articleId)
            .setLocation(at.location())
            .setPayload(ByteBuffer.wrap(at.head()))
            .setPayloadLength(at.length())
            .setPayloadSha256(at.sha256())
            .setFailedAt(now)
            .build();
    byte[] value = deadLetters.encode(Topics.DEAD_LETTER.name(), letter);
    var record = new ProducerRecord<>(Topics.DEAD_LETTER.name(), key, value);
    String event = eventId(key, at);
    CloudEvents.write(
        record.headers(), event, eventSource(source), CloudEvents.DEAD_LETTER, now, key);
    return record;
  }

  /** The same for the same bytes, so that receivers recognise an event that is sent again. */
  private static String eventId(String key, Origin origin) {
    return Sha256.hex((key + "\n" + origin.sha256()).getBytes(UTF_8)).substring(0, 32);
  }

  private static String eventSource(Source source) {
    return CloudEvents.sourceOf(source.getId());
  }
}
