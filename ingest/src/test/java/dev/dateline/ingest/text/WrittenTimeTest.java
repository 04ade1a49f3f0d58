package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-02T09:30:00Z | 2026-11-02T09:30:00Z",
        "2026-11-02T09:30+02:00 | 2026-11-02T07:30:00Z",
        "2026-11-02 | 2026-11-02T00:00:00Z",
        "2. 11. 2026 | 2026-11-02T00:00:00Z",
        "2.\u200911.\u20092026 | 2026-11-02T00:00:00Z",
        "Mon, 02 Nov 2026 09:30:00 GMT | 2026-11-02T09:30:00Z",
        "Mon, 2 Nov 26 09:30 EST | 2026-11-02T14:30:00Z",
        "Monday, 02 November 2026 9:30:15 +0100 | 2026-11-02T08:30:15Z",
        "02 Nov 2026 09:30:00 +01:00 | 2026-11-02T08:30:00Z",
        "Mon, 02 Nov 2026 24:00:00 GMT | 2026-11-03T00:00:00Z",
        "November 2, 2026 4:05 PM | 2026-11-02T16:05:00Z",
        "November 2, 2026 at 4:05 p.m. | 2026-11-02T16:05:00Z",
        "Mon Nov 02 09:30:00 CET 2026 | 2026-11-02T08:30:00Z",
        "Пн, 02 ноября 2026 09:30:00 +0300 | 2026-11-02T06:30:00Z",
        "Mo, 02 Dez 2026 09:30:00 +0100 | 2026-12-02T08:30:00Z",
        "lun., 02 févr. 2026 09:30:00 +0100 | 2026-02-02T08:30:00Z",
        "02 Nov 2026 | 2026-11-02T00:00:00Z",
      })
  void readsWhatPublishersWrite(String text, Instant expected) {
    assertThat(WrittenTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "32 Nov 2026", "12 Foo 2026", "Mon 02 Nov", "0000-00-00"})
  void doesNotGuess(String text) {
    assertThat(WrittenTime.parse(text)).isEmpty();
  }

  @Test
  void takesHostileTexts() {
    assertThat(WrittenTime.parse("1 ".repeat(100_000))).isEmpty();
  }
}
