package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.register.Register;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.Topic;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes revisions of articles that were tagged anew. What comes names the revision that it was made
 * of; where that is not the latest any more, nothing comes of it: so a promotion that is repeated
 * changes nothing, and what was news meanwhile stays.
 */
final class PromotionProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(PromotionProcessor.class);

  private final EnrichSerdes serdes;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, RegisterEntry> register;
  private SourceLedger ledger;
  private RevisionOutput output;

  @SuppressWarnings("NullAway.Init") // init comes before the first record
  PromotionProcessor(EnrichSerdes serdes) {
    this.serdes = serdes;
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
    if (record.value() == null) {
      return;
    }
    EnrichedArticle tagged;
    try {
      tagged = serdes.enriched().decode(record.value());
    } catch (SerializationException e) {
      LOG.warn("skips a promotion that cannot be read reason={}", e.getMessage());
      return;
    }
    ledger.came(
        tagged.getArticle().getSource().getId(),
        promote(tagged, record.timestamp()) ? Counts.OUT : Counts.DUPLICATE);
  }

  private boolean promote(EnrichedArticle tagged, long timestamp) {
    RegisterEntry current = register.get(tagged.getId());
    if (current == null
        || current.getDeleted()
        || current.getLatestRevision() != tagged.getRevision()) {
      return false;
    }
    RegisterEntry next = Register.taggedAnew(current, subjects(tagged));
    EnrichedArticle event =
        EnrichedArticle.newBuilder(tagged)
            .setRevision(next.getRevision())
            .setChange(Change.REVISED)
            .setChangedFields(List.of())
            .setEnrichedAt(Instant.ofEpochMilli(context.currentSystemTimeMs()))
            .build();
    Result.Revision revision = new Result.Revision(event, next, current.getSubjects());
    Record<byte[], byte[]> out = output.record(revision, timestamp);
    if (RevisionOutput.size(out) > KafkaClients.MAX_RECORD_BYTES) {
      LOG.warn("skips a promotion that is too large id={}", tagged.getId());
      return false;
    }
    register.put(tagged.getId(), next);
    output.send(out, revision);
    return true;
  }

  /** The topics that are at the top level, in their order. */
  private static List<String> subjects(EnrichedArticle tagged) {
    return tagged.getTopics().stream()
        .map(Topic::getCode)
        .filter(code -> Subject.ofCode(code).isPresent())
        .toList();
  }
}
