package dev.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EnrichedArticle;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads records of the enriched topic as rows; what cannot be read becomes a dead letter. */
final class RecordReader {

  private final AvroSerde<EnrichedArticle> serde;
  private final Clock clock;

  RecordReader(AvroSerde<EnrichedArticle> serde, Clock clock) {
    this.serde = serde;
    this.clock = clock;
  }

  /**
   * The row of a record.
   *
   * @throws dev.dateline.schemas.registry.RegistryUnavailableException where the registry cannot be
   *     asked for the schema
   */
  Row read(ConsumerRecord<byte[], byte[]> kafka) {
    return read(
        new Origin(kafka.topic(), kafka.partition(), kafka.offset(), kafka.key(), kafka.value()));
  }

  /** The same, of a record that comes from elsewhere. */
  Row read(Origin origin) {
    byte[] value = origin.value();
    if (value == null) {
      return removal(origin);
    }
    try {
      return new Row.Revision(origin, serde.decode(value));
    } catch (SerializationException e) {
      return dead(origin, String.valueOf(e.getMessage()));
    }
  }

  private Row removal(Origin origin) {
    byte[] key = origin.key();
    String text = key == null ? "" : new String(key, UTF_8);
    int at = text.lastIndexOf('@');
    try {
      return new Row.Removal(
          origin, text.substring(0, Math.max(0, at)), Integer.parseInt(text.substring(at + 1)));
    } catch (NumberFormatException e) {
      return dead(origin, "The key of a tombstone must be <article id>@<revision>.");
    }
  }

  private Row dead(Origin origin, String message) {
    return new Row.Dead(origin, DeadRows.undecodable(origin, message, clock.instant()));
  }
}
