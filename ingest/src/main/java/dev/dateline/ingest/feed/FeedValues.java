package dev.dateline.ingest.feed;

import dev.dateline.ingest.text.WrittenTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of which a feed may give several, the one to be preferred first. */
final class FeedValues {

  private FeedValues() {}

  static @Nullable String first(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The values of the first place that has any, each once. */
  @SafeVarargs
  static List<String> firstOf(Stream<String>... places) {
    return Stream.of(places)
        .map(values -> values.distinct().toList())
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The first text that is a time. */
  static @Nullable Instant time(@Nullable String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .flatMap(text -> WrittenTime.parse(text).stream())
        .findFirst()
        .orElse(null);
  }

  /** A count of bytes; null where the text is none. */
  static @Nullable Long bytes(@Nullable String text) {
    return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
  }
}
