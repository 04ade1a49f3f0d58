package dev.dateline.testkit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetters;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A record that must become one dead letter.
 *
 * @param origin its coordinates
 * @param stage where it must fail
 * @param sha256 of its value
 */
record Poison(String origin, String stage, long length, String sha256) {

  private static final byte[] KEY = "poison".getBytes(UTF_8);
  private static final int LARGE = 3 * 1024 * 1024;

  /** The title at which a stage throws, where the product has the trap for it. */
  static final String THROWING = "a title at which a stage throws";

  /** What can be wrong with a record. */
  enum Kind {
    /** Something else than Avro in Confluent framing. */
    MAGIC,
    /** A schema id that nobody registered. */
    SCHEMA,
    /** The end of a good record is missing. */
    TRUNCATED,
    /** A string claims to have two billion bytes. */
    LENGTH,
    /** Megabytes of nothing. */
    LARGE,
    /** A good record at which a stage throws, where there is a {@link StageThrows#TRAP}. */
    THROWING,
    /** A good record of an article that its table cannot hold: NUL characters; for a sink only. */
    NUL,
    /** A good record that breaks a constraint of its table; for a sink only. */
    CONSTRAINT;

    /** Whether it is poison for a service as it is. */
    boolean isFor(Part reader) {
      return this != THROWING && (reader == Part.SINK || this != NUL && this != CONSTRAINT);
    }

    private String stage(Part reader) {
      return reader.command()
          + switch (this) {
            case NUL, CONSTRAINT -> ".store";
            case THROWING -> ".tag";
            default -> ".decode";
          };
    }

    /**
     * Puts some of them before a service, which is {@link Part#ENRICH} or {@link Part#SINK}, and
     * remembers them.
     */
    void send(Wire wire, Part reader, int count) {
      KafkaTopic topic = reader == Part.SINK ? Topics.ENRICHED : Topics.ARTICLE;
      byte[] value = value(wire.clients().registry(), topic);
      for (String origin : sent(wire, topic, value, count)) {
        wire.poisoned(new Poison(origin, stage(reader), value.length, DeadLetters.sha256(value)));
      }
    }

    private byte[] value(SchemaRegistry registry, KafkaTopic topic) {
      byte[] good = good(registry, topic);
      return switch (this) {
        case MAGIC -> new byte[] {7, 1, 2};
        case SCHEMA -> new byte[] {0, 0x7f, 0, 0, 0, 1};
        case TRUNCATED -> Arrays.copyOf(good, good.length - 3);
        case LENGTH ->
            ByteBuffer.allocate(11)
                .put(good, 0, 5)
                .put(new byte[] {-2, -1, -1, -1, 15, 65})
                .array();
        case LARGE -> Arrays.copyOf(good, Poison.LARGE);
        case THROWING ->
            new AvroSerde<>(Article.class, registry).encode(topic.name(), article(Poison.THROWING));
        case NUL -> enriched(registry, "a\0b", 1);
        case CONSTRAINT -> enriched(registry, "no revision", 0);
      };
    }

    private static byte[] good(SchemaRegistry registry, KafkaTopic topic) {
      return topic.equals(Topics.ARTICLE)
          ? new AvroSerde<>(Article.class, registry).encode(topic.name(), article("poison"))
          : enriched(registry, "poison", 1);
    }

    private static byte[] enriched(SchemaRegistry registry, String title, int revision) {
      return new AvroSerde<>(EnrichedArticle.class, registry)
          .encode(
              Topics.ENRICHED.name(),
              EnrichedArticle.newBuilder()
                  .setId("poison")
                  .setRevision(revision)
                  .setChange(Change.CREATED)
                  .setArticle(article(title))
                  .setEnrichedAt(Instant.EPOCH)
                  .build());
    }

    private static Article article(String title) {
      return Article.newBuilder()
          .setId("poison")
          .setEvent(ArticleEvent.OBSERVED)
          .setTitle(title)
          .setText("poison")
          .setObservedAt(Instant.EPOCH)
          .setSource(new Source("poison", "test", null))
          .setProvenance(new Provenance("poison", null, "text/plain", "UTF-8", 0L, ""))
          .build();
    }

    private static List<String> sent(Wire wire, KafkaTopic topic, byte[] value, int count) {
      Map<String, Object> config = wire.clients().common("poison");
      config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Poison.LARGE + 1024);
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          sends.add(producer.send(new ProducerRecord<>(topic.name(), KEY, value)));
        }
        List<String> origins = new ArrayList<>();
        for (Future<RecordMetadata> send : sends) {
          RecordMetadata sent = send.get();
          origins.add(RecordKeys.origin(sent.topic(), sent.partition(), sent.offset()));
        }
        return origins;
      } catch (ExecutionException e) {
        throw new IllegalStateException("the poison is not taken", e.getCause());
      } catch (InterruptedException e) {
        throw Waiting.interrupted(e);
      }
    }
  }

  /** Whether this is the letter that it must become. */
  boolean became(DeadLetter letter) {
    return letter.getStage().equals(stage)
        && letter.getPayloadLength() == length
        && letter.getPayloadSha256().equals(sha256)
        && origin.equals(
            RecordKeys.origin(letter.getTopic(), letter.getPartition(), letter.getOffset()));
  }
}
