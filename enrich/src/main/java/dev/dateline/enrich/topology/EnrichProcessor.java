package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.people.PersonNames;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.DeadLetters;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.PersonSighting;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes observations one by one: decodes, decides, tags, and only when all of that went well writes
 * the register and forwards. What fails becomes one dead letter and leaves the register as it was,
 * so that it can be redriven.
 */
final class EnrichProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(EnrichProcessor.class);
  private static final int MAX_MESSAGE = 1_000;

  private final Enricher enricher;
  private final EnrichSerdes serdes;
  private final Tally tally;

  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, RegisterEntry> register;
  private KeyValueStore<String, Counts> ledger;

  @SuppressWarnings("NullAway.Init") // init comes before the first record
  EnrichProcessor(Enricher enricher, EnrichSerdes serdes, Tally tally) {
    this.enricher = enricher;
    this.serdes = serdes;
    this.tally = tally;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.register = context.getStateStore(EnrichTopology.REGISTER);
    this.ledger = context.getStateStore(EnrichTopology.LEDGER);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Article article;
    try {
      article = decode(record);
    } catch (SerializationException e) {
      bury(record, "enrich.decode", DeadLetterCode.UNDECODABLE, text(e.getMessage()), null);
      return;
    }
    RegisterEntry current = register.get(article.getId());
    Result result =
        enricher.enrich(current, article, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    if (result instanceof Result.Quiet quiet) {
      quiet.entry().ifPresent(entry -> register.put(article.getId(), entry));
      count(record, article, Counts.DUPLICATE);
      tally.add(new EnrichEvent.Repeated(origin()));
    } else if (result instanceof Result.Barred) {
      count(record, article, Counts.DELETED);
      tally.add(new EnrichEvent.Barred(origin()));
    } else if (result instanceof Result.Revision revision) {
      publish(record, revision);
    } else if (result instanceof Result.StageFailed failed) {
      String message = failed.cause().getClass().getName() + ": " + failed.cause().getMessage();
      bury(record, "enrich.tag", DeadLetterCode.STAGE_FAILED, text(message), article);
    }
  }

  private Article decode(Record<byte[], byte[]> record) {
    if (record.value() == null) {
      throw new SerializationException("the record has no value");
    }
    Article article = serdes.article().decode(record.value());
    if (!Arrays.equals(record.key(), article.getId().getBytes(UTF_8))) {
      // Another key may lie in another partition, beside another register.
      throw new SerializationException("the record key is not the id of the article in it");
    }
    return article;
  }

  private void publish(Record<byte[], byte[]> record, Result.Revision revision) {
    EnrichedArticle event = revision.article();
    byte[] value = serdes.enriched().encode(Topics.ENRICHED.name(), event);
    byte[] key = RecordKeys.revision(event.getId(), event.getRevision()).getBytes(UTF_8);
    Headers headers = EventHeaders.of(event, revision.entry().getSubjects());
    int size = size(key, value, headers);
    if (size > KafkaClients.MAX_RECORD_BYTES) {
      String message =
          "with its tags it has %d bytes and the limit is %d"
              .formatted(size, KafkaClients.MAX_RECORD_BYTES);
      bury(record, "enrich.publish", DeadLetterCode.TOO_LARGE, message, event.getArticle());
      return;
    }
    register.put(event.getId(), revision.entry());
    count(record, event.getArticle(), Counts.OUT);
    Record<byte[], byte[]> out = new Record<>(key, value, record.timestamp(), headers);
    context.forward(out, EnrichTopology.ENRICHED);
    if (event.getChange() != Change.HISTORICAL) {
      publishLatest(out.withKey(event.getId().getBytes(UTF_8)), revision);
      PersonNames.unknown(event).forEach(sighting -> tell(sighting, record.timestamp()));
    }
    tally.add(
        new EnrichEvent.Published(origin(), event.getId(), event.getRevision(), event.getChange()));
  }

  /** What was redriven came before, and is no dead letter any more. */
  private void count(Record<byte[], byte[]> record, @Nullable Article article, Counts outcome) {
    String source = sourceId(record, article);
    Counts before = ledger.get(source);
    boolean redriven = CloudEvents.redrives(record.headers()) > 0;
    Counts came =
        redriven
            ? Objects.requireNonNullElse(before, Counts.NONE).minus(Counts.DEAD)
            : Objects.requireNonNullElse(before, Counts.NONE).plus(Counts.IN);
    ledger.put(source, came.plus(outcome));
  }

  /** Of what cannot be read the headers say it. */
  private static String sourceId(Record<byte[], byte[]> record, @Nullable Article article) {
    return article == null ? CloudEvents.sourceId(record.headers()) : article.getSource().getId();
  }

  private void tell(PersonSighting sighting, long timestamp) {
    context.forward(
        new Record<>(
            PersonNames.key(sighting.getName()).getBytes(UTF_8),
            serdes.sighting().encode(Topics.PERSON.name(), sighting),
            timestamp),
        EnrichTopology.SIGHTINGS);
  }

  private String origin() {
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    return RecordKeys.origin(metadata.topic(), metadata.partition(), metadata.offset());
  }

  private void publishLatest(Record<byte[], byte[]> out, Result.Revision revision) {
    boolean deleted = revision.entry().getDeleted();
    context.forward(deleted ? tombstone(out) : out, EnrichTopology.LATEST);
    SubjectChange.between(revision.formerSubjects(), revision.entry().getSubjects(), deleted)
        .forEach(
            change ->
                context.forward(
                    out.withHeaders(EventHeaders.with(out.headers(), change)),
                    EnrichTopology.sink(change.subject())));
  }

  @SuppressWarnings("NullAway") // a tombstone is a null value by Kafka's contract
  private static Record<byte[], byte[]> tombstone(Record<byte[], byte[]> deletion) {
    return new Record<>(deletion.key(), null, deletion.timestamp(), deletion.headers());
  }

  private void bury(
      Record<byte[], byte[]> record,
      String stage,
      DeadLetterCode code,
      String message,
      @Nullable Article article) {
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    String source = sourceId(record, article);
    count(record, article, Counts.DEAD);
    DeadLetter letter =
        DeadLetters.ofRecord(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.key(),
                record.value())
            .setStage(stage)
            .setCode(code.name())
            .setMessage(message)
            .setArticleId(article == null ? keyText(record.key()) : article.getId())
            .setSourceId(source.isEmpty() ? null : source)
            .setFailedAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
            .build();
    LOG.warn("dead letter origin={} stage={} code={}", letter.getOrigin(), stage, code);
    context.forward(
        new Record<>(
            letter.getOrigin().getBytes(UTF_8),
            serdes.deadLetter().encode(Topics.DEAD_LETTER.name(), letter),
            record.timestamp(),
            EventHeaders.of(letter, record.headers())),
        EnrichTopology.DEAD_LETTERS);
    tally.add(new EnrichEvent.Dead(letter.getOrigin(), code));
  }

  /** The key of an observation is its article id, also where the value cannot be read. */
  private static @Nullable String keyText(byte @Nullable [] key) {
    return key == null ? null : new String(key, UTF_8);
  }

  private static int size(byte[] key, byte[] value, Headers headers) {
    int size = key.length + value.length;
    for (Header header : headers) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }

  private static String text(@Nullable String message) {
    String known = message == null ? "no message" : message;
    return known.length() <= MAX_MESSAGE ? known : known.substring(0, MAX_MESSAGE);
  }
}
