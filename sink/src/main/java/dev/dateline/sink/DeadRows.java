package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.DeadLetterStage;
import dev.dateline.schemas.DeadLetters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The dead letters of the sink. */
public final class DeadRows {

  private static final int MESSAGE_LIMIT = 1_000;

  private DeadRows() {}

  /** The letter of a record that cannot be read. */
  public static DeadLetter undecodable(Origin origin, String message, Instant now) {
    return letter(
        origin, DeadLetterStage.SINK_DECODE, DeadLetterCode.UNDECODABLE, message, null, null, now);
  }

  /** The letter of a row that the store refuses. */
  public static DeadLetter refused(Row row, String message, Instant now) {
    String articleId = null;
    String sourceId = null;
    if (row instanceof Row.Revision revision) {
      articleId = revision.article().getId();
      sourceId = revision.article().getArticle().getSource().getId();
    } else if (row instanceof Row.Removal removal) {
      articleId = removal.articleId();
    }
    return letter(
        row.origin(),
        DeadLetterStage.SINK_STORE,
        DeadLetterCode.REFUSED,
        message,
        articleId,
        sourceId,
        now);
  }

  private static DeadLetter letter(
      Origin origin,
      DeadLetterStage stage,
      DeadLetterCode code,
      String message,
      @Nullable String articleId,
      @Nullable String sourceId,
      Instant now) {
    return DeadLetters.ofRecord(
            origin.topic(), origin.partition(), origin.offset(), origin.key(), origin.value())
        .setStage(stage.label())
        .setCode(code.name())
        .setMessage(message.substring(0, Math.min(message.length(), MESSAGE_LIMIT)))
        .setArticleId(articleId)
        .setSourceId(sourceId)
        .setFailedAt(now)
        .build();
  }
}
