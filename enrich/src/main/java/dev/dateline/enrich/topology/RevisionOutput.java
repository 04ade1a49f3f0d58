package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.enrich.people.PersonNames;
import dev.dateline.runtime.FaultPoint;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.PersonSighting;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends a revision to everybody who is to hear of it. */
final class RevisionOutput {

  private final ProcessorContext<byte[], byte[]> context;
  private final EnrichSerdes serdes;

  RevisionOutput(ProcessorContext<byte[], byte[]> context, EnrichSerdes serdes) {
    this.context = context;
    this.serdes = serdes;
  }

  /** The record of a revision, to be looked at before it is sent. */
  Record<byte[], byte[]> record(Result.Revision revision, long timestamp) {
    EnrichedArticle event = revision.article();
    byte[] value = serdes.enriched().encode(Topics.ENRICHED.name(), event);
    byte[] key = RecordKeys.revision(event.getId(), event.getRevision()).getBytes(UTF_8);
    Headers headers = EventHeaders.of(event, revision.entry().getSubjects());
    return new Record<>(key, value, timestamp, headers);
  }

  /** Bytes that a record takes. */
  static int size(Record<byte[], byte[]> record) {
    int size = record.key().length + record.value().length;
    for (Header header : record.headers()) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }

  /** Sends the record of a revision. */
  void send(Record<byte[], byte[]> record, Result.Revision revision) {
    EnrichedArticle event = revision.article();
    context.forward(record, EnrichTopology.ENRICHED);
    FaultPoint.ENRICH_REVISION_SENT.pass();
    if (event.getChange() != Change.HISTORICAL) {
      publishLatest(record.withKey(event.getId().getBytes(UTF_8)), revision);
      PersonNames.unknown(event).forEach(sighting -> tell(sighting, record.timestamp()));
    }
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
  static Record<byte[], byte[]> tombstone(Record<byte[], byte[]> event) {
    return event.withValue(null);
  }

  private void tell(PersonSighting sighting, long timestamp) {
    context.forward(
        new Record<>(
            PersonNames.key(sighting.getName()).getBytes(UTF_8),
            serdes.sighting().encode(Topics.PERSON.name(), sighting),
            timestamp),
        EnrichTopology.SIGHTINGS);
  }
}
