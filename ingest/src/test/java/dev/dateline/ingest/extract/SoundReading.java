package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import dev.dateline.ingest.text.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for whatever the readers of articles make of bytes, be they an attacker's. */
final class SoundReading {

  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_SUMMARY = 10_000;
  private static final int MOST_VALUES = 100;

  /** A character reference of six bytes can stand for two code units; nothing grows by more. */
  private static final int MOST_GROWTH = 4;

  private SoundReading() {}

  /**
   * @param items what was read
   * @param length bytes that it was read from
   */
  static void check(List<Extraction> items, int length) {
    for (Extraction item : items) {
      assertThat(item.origin().head()).hasSizeLessThanOrEqualTo(Origin.HEAD_BYTES);
      item.origin().item().ifPresent(index -> assertThat(index).isBetween(0, length));
      if (item instanceof Extracted extracted) {
        check(extracted.article(), length);
      } else if (item instanceof Rejected rejected) {
        assertThat(rejected.message()).endsWith(".").doesNotStartWith("The reader for");
      } else {
        assertThat(((Skipped) item).reason()).endsWith(".");
      }
    }
  }

  private static void check(ExtractedArticle article, int length) {
    assertThat(article.text().isBlank()).isEqualTo(article.text().isEmpty());
    assertThat(article.text().isEmpty() && !article.withdrawn()).isFalse();
    assertThat(article.title().isBlank() && !article.withdrawn()).isFalse();
    assertThat(article.text()).hasSizeLessThanOrEqualTo(MOST_GROWTH * length);
    assertThat(article.title()).hasSizeLessThanOrEqualTo(LONGEST_LINE);
    assertThat(article.authors()).hasSizeLessThanOrEqualTo(MOST_VALUES);
    assertThat(article.categories()).hasSizeLessThanOrEqualTo(MOST_VALUES);
    Stream.of(List.of(article.title(), article.text()), article.authors(), article.categories())
        .flatMap(List::stream)
        .forEach(text -> checkStorable(text));
    Stream.of(article.url(), article.guid(), article.givenId(), article.language())
        .forEach(text -> checkStorable(text));
    Stream.of(article.summary(), article.image(), article.publisher())
        .forEach(text -> checkStorable(text));
    assertThat(article.summary() == null ? 0 : article.summary().length())
        .isLessThanOrEqualTo(LONGEST_SUMMARY);
    checkTime(article.publishedAt());
    checkTime(article.updatedAt());
  }

  /** Neither NUL nor half a surrogate pair, which neither PostgreSQL nor UTF-8 can hold. */
  private static void checkStorable(@Nullable String text) {
    if (text != null) {
      assertThat(text).isEqualTo(CleanText.literal(text));
    }
  }

  private static void checkTime(@Nullable Instant time) {
    if (time != null) {
      assertThat(time).isBetween(FIRST, LAST);
    }
  }
}
