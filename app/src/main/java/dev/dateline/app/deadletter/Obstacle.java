package dev.dateline.app.deadletter;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetters;
import dev.dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What stands in the way of redriving a letter. */
final class Obstacle {

  private Obstacle() {}

  /** Why a letter cannot be redriven and what to do instead; empty where it can be. */
  static Optional<String> of(DeadLetter letter) {
    if (letter.getTopic() == null || letter.getPartition() == null || letter.getOffset() == null) {
      return Optional.of(neverARecord(letter));
    }
    boolean row = letter.getTopic().equals(Topics.ENRICHED.name());
    if (!row && !letter.getTopic().equals(Topics.ARTICLE.name())) {
      return Optional.of(
          "only records of " + Topics.ARTICLE.name() + " and rows of the sink are redriven");
    }
    if (!isWhole(letter) && row) {
      return Optional.of(
          "the letter holds only a part of its record, which is in news.enriched.v1 still. Mend what"
              + " the database refuses, delete the rows of partition "
              + letter.getPartition()
              + " in the table sink_offset and start sink again: it stores that partition from its"
              + " start");
    }
    if (!isWhole(letter)) {
      return Optional.of(
          "the letter holds only a part of its record of "
              + letter.getPayloadLength()
              + " bytes. Have its source ingested again"
              + (letter.getSourceId() == null ? "" : ": " + letter.getSourceId()));
    }
    return Optional.empty();
  }

  private static String neverARecord(DeadLetter letter) {
    String location = letter.getLocation();
    if (location == null) {
      return "it never was a record. Have its source ingested again";
    }
    return location.startsWith("http:") || location.startsWith("https:")
        ? "it never was a record. 'dateline source refetch "
            + letter.getSourceId()
            + "' reads it again"
        : "it never was a record. Mend " + location + " and ingest it again";
  }

  /** A key of the full length that a letter holds may have been longer. */
  private static boolean isWhole(DeadLetter letter) {
    ByteBuffer key = letter.getKey();
    return (key == null || key.remaining() < DeadLetters.MAX_KEY_BYTES)
        && letter.getPayload().remaining() == letter.getPayloadLength()
        && DeadLetters.sha256(Bytes.of(letter.getPayload())).equals(letter.getPayloadSha256());
  }
}
