package dev.dateline.runtime.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What became of the articles of one source in one stage. What is no dead letter any more, since it
 * was redriven or taken down, is counted as what it became.
 *
 * @param in what came, each once however often it was redriven
 * @param out what went on to the next stage, or into the table
 * @param duplicate what said nothing new
 * @param dead what is a dead letter
 * @param deleted what an operator took down
 */
public record Counts(long in, long out, long duplicate, long dead, long deleted) {

  /** Nothing came. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  public static final Counts IN = new Counts(1, 0, 0, 0, 0);
  public static final Counts OUT = new Counts(0, 1, 0, 0, 0);
  public static final Counts DUPLICATE = new Counts(0, 0, 1, 0, 0);
  public static final Counts DEAD = new Counts(0, 0, 0, 1, 0);
  public static final Counts DELETED = new Counts(0, 0, 0, 0, 1);

  private static final ObjectMapper JSON = new ObjectMapper();

  public Counts plus(Counts more) {
    return new Counts(
        in + more.in,
        out + more.out,
        duplicate + more.duplicate,
        dead + more.dead,
        deleted + more.deleted);
  }

  public Counts minus(Counts less) {
    return plus(new Counts(-less.in, -less.out, -less.duplicate, -less.dead, -less.deleted));
  }

  /** All that came to an end. */
  public long outcomes() {
    return out + duplicate + dead + deleted;
  }

  /** As JSON, which any client reads and no registry is asked for. */
  public byte[] encode() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("in", in)
        .put("out", out)
        .put("duplicate", duplicate)
        .put("dead", dead)
        .put("deleted", deleted)
        .toString()
        .getBytes(UTF_8);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws SerializationException where the bytes are something else
   */
  public static Counts decode(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      return new Counts(
          json.path("in").asLong(),
          json.path("out").asLong(),
          json.path("duplicate").asLong(),
          json.path("dead").asLong(),
          json.path("deleted").asLong());
    } catch (IOException e) {
      throw new SerializationException("no counts of the ledger", e);
    }
  }

  /** For state stores. */
  @SuppressWarnings("NullAway") // a null value is a tombstone by Kafka's contract
  public static Serde<Counts> serde() {
    return Serdes.serdeFrom(
        (topic, counts) -> counts == null ? null : counts.encode(),
        (topic, bytes) -> bytes == null ? null : decode(bytes));
  }
}
