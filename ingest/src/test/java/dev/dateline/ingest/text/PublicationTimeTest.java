package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-02                      | 2026-11-02T00:00:00Z
          2026-11-02T09:30                | 2026-11-02T09:30:00Z
          2026-11-02 09:30:15             | 2026-11-02T09:30:15Z
          2026-11-02T09:30:15.5Z          | 2026-11-02T09:30:15.500Z
          2026-11-02T09:30:15+05:30       | 2026-11-02T04:00:15Z
          2026-11-02T09:30:15+0530        | 2026-11-02T04:00:15Z
          2026-11-02T09:30:15 +01:00      | 2026-11-02T08:30:15Z
          2026-11-02t09:30:15z            | 2026-11-02T09:30:15Z
          Mon, 2 Nov 2026 09:30:15 +0100  | 2026-11-02T08:30:15Z
          Mon, 02 Nov 2026 09:30:15 GMT   | 2026-11-02T09:30:15Z
          20261102                        | 2026-11-02T00:00:00Z
          20261102T093015Z                | 2026-11-02T09:30:15Z
          20261102T093015+0100            | 2026-11-02T08:30:15Z
          20261102093015                  | 2026-11-02T09:30:15Z
          1793611815                      | 2026-11-02T09:30:15Z
          1793611815000                   | 2026-11-02T09:30:15Z
          """)
  void machineWrittenTimesAreRead(String written, Instant time) {
    assertThat(PublicationTime.parse(written)).hasValue(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "20261301",
        "0000-00-00",
        "2026",
        "99999-01-01",
        "-",
        "2026-11-02T25:00",
        "99999999999999999999",
        "0001-01-01T00:00:00Z"
      })
  void otherTextIsNoTime(String written) {
    assertThat(PublicationTime.parse(written)).isEmpty();
  }
}
