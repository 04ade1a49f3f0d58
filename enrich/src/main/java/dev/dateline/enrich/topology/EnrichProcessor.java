package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.DeadLetterStage;
import dev.dateline.schemas.DeadLetters;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.Topics;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
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
  private SourceLedger ledger;
  private RevisionOutput output;

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
    this.ledger = new SourceLedger(context.getStateStore(EnrichTopology.LEDGER));
    this.output = new RevisionOutput(context, serdes);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Article article;
    try {
      article = decode(record);
    } catch (SerializationException e) {
      bury(
          record,
          DeadLetterStage.ENRICH_DECODE,
          DeadLetterCode.UNDECODABLE,
          text(e.getMessage()),
          null);
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
      bury(record, DeadLetterStage.ENRICH_TAG, DeadLetterCode.STAGE_FAILED, text(message), article);
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
    Record<byte[], byte[]> out = output.record(revision, record.timestamp());
    int size = RevisionOutput.size(out);
    if (size > KafkaClients.MAX_RECORD_BYTES) {
      String message =
          "with its tags it has %d bytes and the limit is %d"
              .formatted(size, KafkaClients.MAX_RECORD_BYTES);
      bury(
          record,
          DeadLetterStage.ENRICH_PUBLISH,
          DeadLetterCode.TOO_LARGE,
          message,
          event.getArticle());
      return;
    }
    FaultPoint.ENRICH_DECIDED.pass();
    register.put(event.getId(), revision.entry());
    FaultPoint.ENRICH_REGISTERED.pass();
    count(record, event.getArticle(), Counts.OUT);
    output.send(out, revision);
    FaultPoint.ENRICH_EVENTS_SENT.pass();
    tally.add(
        new EnrichEvent.Published(origin(), event.getId(), event.getRevision(), event.getChange()));
  }

  private void count(Record<byte[], byte[]> record, @Nullable Article article, Counts outcome) {
    String source = sourceId(record, article);
    if (CloudEvents.redrives(record.headers()) > 0) {
      ledger.cameAgain(source, outcome);
    } else {
      ledger.came(source, outcome);
    }
  }

  /** Of what cannot be read the headers say it. */
  private static String sourceId(Record<byte[], byte[]> record, @Nullable Article article) {
    return article == null ? CloudEvents.sourceId(record.headers()) : article.getSource().getId();
  }

  private String origin() {
    RecordMetadata metadata = context.recordMetadata().orElseThrow();
    return RecordKeys.origin(metadata.topic(), metadata.partition(), metadata.offset());
  }

  private void bury(
      Record<byte[], byte[]> record,
      DeadLetterStage stage,
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
            .setStage(stage.label())
            .setCode(code.name())
            .setMessage(message)
            .setArticleId(article == null ? keyText(record.key()) : article.getId())
            .setSourceId(source.isEmpty() ? null : source)
            .setFailedAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
            .build();
    LOG.warn("dead letter origin={} stage={} code={}", letter.getOrigin(), stage.label(), code);
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

  private static String text(@Nullable String message) {
    String known = message == null ? "no message" : message;
    return known.length() <= MAX_MESSAGE ? known : known.substring(0, MAX_MESSAGE);
  }
}
