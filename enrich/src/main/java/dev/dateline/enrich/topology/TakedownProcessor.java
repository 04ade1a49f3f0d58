package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.register.Register;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes articles down, and that back: a tombstone for each revision and for the latest, a deletion
 * for the readers of its subjects, and an entry that bars what comes of it later. It works on the
 * register that observations work on, so nothing of an article that is on its way slips past it.
 */
final class TakedownProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(TakedownProcessor.class);

  /** Stands where an event names its source and nothing must be told of the real one. */
  private static final String NOBODY = "takedown";

  private final EnrichSerdes serdes;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, RegisterEntry> register;

  @SuppressWarnings("NullAway.Init") // init comes before the first record
  TakedownProcessor(EnrichSerdes serdes) {
    this.serdes = serdes;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.register = context.getStateStore(EnrichTopology.REGISTER);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    Takedown takedown;
    try {
      takedown = serdes.takedown().decode(record.value());
    } catch (SerializationException e) {
      LOG.warn("skips a takedown that cannot be read reason={}", e.getMessage());
      return;
    }
    String id = new String(record.key(), UTF_8);
    RegisterEntry current = register.get(id);
    if (takedown.getLift() != null) {
      lift(id, current);
      return;
    }
    if (current != null && current.getTakenDown()) {
      return;
    }
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    register.put(id, Register.takenDown(current, now));
    if (current != null) {
      publish(id, current, record.withHeaders(EventHeaders.takenDown(id, now)), now);
    }
    LOG.info("takes an article down id={} statedAt={}", id, takedown.getStatedAt());
  }

  private void lift(String id, @Nullable RegisterEntry current) {
    if (current == null || !current.getTakenDown()) {
      return;
    }
    Register.lifted(current)
        .ifPresentOrElse(entry -> register.put(id, entry), () -> register.delete(id));
    LOG.info("lifts a takedown id={}", id);
  }

  private void publish(String id, RegisterEntry former, Record<byte[], byte[]> event, Instant now) {
    for (int revision = 1; revision <= former.getRevision(); revision++) {
      byte[] key = RecordKeys.revision(id, revision).getBytes(UTF_8);
      context.forward(RevisionOutput.tombstone(event.withKey(key)), EnrichTopology.ENRICHED);
    }
    context.forward(RevisionOutput.tombstone(event), EnrichTopology.LATEST);
    byte[] deletion =
        serdes.enriched().encode(Topics.ENRICHED.name(), deletion(id, former.getRevision(), now));
    SubjectChange.between(former.getSubjects(), List.of(), true)
        .forEach(
            change -> {
              Headers headers = EventHeaders.with(event.headers(), change);
              context.forward(
                  event.withValue(deletion).withHeaders(headers),
                  EnrichTopology.sink(change.subject()));
            });
  }

  /** Says that the article is gone, and nothing of what it said. */
  private static EnrichedArticle deletion(String id, int revision, Instant now) {
    Article nothing =
        Article.newBuilder()
            .setId(id)
            .setEvent(ArticleEvent.DELETED)
            .setTitle("")
            .setText("")
            .setObservedAt(now)
            .setSource(new Source(NOBODY, NOBODY, null))
            .setProvenance(new Provenance("", null, "", "", 0L, ""))
            .build();
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setChange(Change.DELETED)
        .setArticle(nothing)
        .setEnrichedAt(now)
        .build();
  }
}
