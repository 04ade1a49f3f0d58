package dev.dateline.app.deadletter;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter that was not redriven yet, without its bytes: there may be more of them than memory
 * holds.
 *
 * @param partition partition of {@code news.deadletter.v1} that it lies in
 * @param offset where it lies there
 * @param key its record key: the origin of what failed
 * @param articleId where known
 * @param redrives how often what failed was redriven before it failed this time
 * @param obstacle why it cannot be redriven and what to do instead; empty where it can be
 */
public record Waiting(
    int partition,
    long offset,
    String key,
    @Nullable String articleId,
    String stage,
    String code,
    String message,
    Instant failedAt,
    int redrives,
    Optional<String> obstacle) {

  /** Whether a person means it by this name: its key, or the id of its article. */
  public boolean isNamed(String name) {
    return name.equals(key) || name.equals(articleId);
  }
}
