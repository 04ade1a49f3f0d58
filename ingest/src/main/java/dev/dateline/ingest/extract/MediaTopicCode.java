package dev.dateline.ingest.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises IPTC Media Topics in the ways that publishers write them. */
final class MediaTopicCode {

  private static final int DIGITS = 8;

  private MediaTopicCode() {}

  /**
   * {@code medtop:20000718} for {@code medtop:20000718}, {@code .../mediatopic/20000718} and {@code
   * .../mediatopic/medtop:20000718}.
   */
  static Optional<String> of(@Nullable String written) {
    if (written == null || written.length() > 200) {
      return Optional.empty();
    }
    String code = written.strip();
    int start = code.length() - DIGITS;
    if (start <= 0 || !code.substring(start).chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    String scheme = code.substring(0, start);
    return scheme.endsWith("medtop:") || scheme.endsWith("/mediatopic/")
        ? Optional.of("medtop:" + code.substring(start))
        : Optional.empty();
  }
}
