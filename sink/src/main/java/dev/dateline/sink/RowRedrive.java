package dev.dateline.sink;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what became dead letters of the sink, once what stood in the way is mended. */
public final class RowRedrive {

  private final ArticleStore store;
  private final RecordReader reader;

  public RowRedrive(ArticleStore store, SchemaRegistry registry, Clock clock) {
    this.store = store;
    this.reader = new RecordReader(new AvroSerde<>(EnrichedArticle.class, registry), clock);
  }

  /**
   * Stores the rows of letters in one transaction, each once however often it is tried; those that
   * are still refused stay letters.
   *
   * @param letters of records of the enriched topic, with all their bytes
   * @return of each letter, in order, why it is refused; empty where it is done
   * @throws StoreUnavailableException where the store does not answer; nothing is known then
   */
  public List<Optional<String>> store(List<DeadLetter> letters) {
    List<Row> rows = letters.stream().map(this::row).toList();
    List<Row> readable = rows.stream().filter(row -> !(row instanceof Row.Dead)).toList();
    List<Optional<String>> refusals = readable.isEmpty() ? List.of() : store.redrive(readable);
    List<Optional<String>> all = new ArrayList<>();
    int next = 0;
    for (Row row : rows) {
      all.add(
          row instanceof Row.Dead dead
              ? Optional.of("it still cannot be read: " + dead.letter().getMessage())
              : refusals.get(next++));
    }
    return all;
  }

  private Row row(DeadLetter letter) {
    byte[] value = bytes(letter.getPayload());
    return reader.read(
        new Origin(
            Objects.requireNonNull(letter.getTopic(), "the letter is of a record"),
            letter.getPartition(),
            letter.getOffset(),
            bytes(letter.getKey()),
            letter.getPayloadLength() == 0 ? null : value));
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
