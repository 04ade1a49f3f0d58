package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOffsetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-09T03:28:35Z | <p class='date'>Nov. 8, 2026, 10:28 p.m. ET</p> | 2026-11-08T22:28:35-05:00",
        "2026-11-09T03:28:35Z | <time datetime='2026-11-08 22:28:35'>yesterday</time> | 2026-11-08T22:28:35-05:00",
        "2026-11-09T03:28:35Z | <script>{\"at\":\"2026-11-08T22:28:35-05:00\"}</script> | 2026-11-08T22:28:35-05:00",
        "2026-11-09T06:35:00Z | <p class='date'>Nov 8, 2026 / 10:35 PM PST</p> | 2026-11-08T22:35-08:00",
        "2026-05-04T00:25:56Z | <p><time>3 de mayo de 2026</time><time>21:25</time></p> | 2026-05-03T21:25:56-03:00",
        "2026-10-18T22:04:00Z | <p class='meta'>Von Jan Berg 19. Oktober 2026 00:04 Uhr</p> | 2026-10-19T00:04+02:00",
        "2026-11-01T18:34:00Z | <p class='date'>2 November 2026 00:04</p> | 2026-11-02T00:04+05:30",
        "2026-11-04T23:00:00Z | <p class='date'>5. November 2026</p> | 2026-11-05T00:00+01:00",
        "2026-11-04T23:01:00Z | <time datetime='2026-11-04T23:01:00Z'>5. November 2026</time> | 2026-11-05T00:01+01:00",
        "2026-05-04T02:41:00Z | <h6><a href='/autor/ann'>Ann Oar</a> <span>3/5/2026 22:41</span></h6> | 2026-05-03T22:41-04:00",
      })
  void takesTheOffsetThatIsShown(String stated, String shown, String expected) {
    assertThat(read(stated, shown)).isEqualTo(expected);
  }

  /** The time of a change, another article's, one that is no offset away, a day alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class='date'>Updated: 9 November 2026, 07:28</p>",
        "<p class='date modified'>9 November 2026, 07:28</p>",
        "<div class='related'><p class='date'>9 November 2026, 07:28</p></div>",
        "<p class='date'>9 November 2026, 07:31</p>",
        "<p class='date'>12 November 2026, 07:28</p>",
        "<p class='date'>9 November 2026, 03:28</p><p class='date'>9 November 2026, 07:28</p>",
        "<p class='date'>8 November 2026</p>",
        "<time datetime='2026-11-09T03:28:35Z'>8 November 2026</time>",
        "<script>{\"at\":\"2026-11-08T22:28:36-05:00\"}</script>",
        "<time datetime='2026-11-09T07:28:35Z'>today</time>",
      })
  void takesNoOther(String shown) {
    assertThat(read("2026-11-09T03:28:35Z", shown)).isEqualTo("2026-11-09T03:28:35Z");
  }

  @Test
  void leavesAnOffsetThatIsStated() {
    assertThat(read("2026-11-09T03:28:35+01:00", "<p class='date'>Nov. 8, 2026, 10:28 p.m.</p>"))
        .isEqualTo("2026-11-09T03:28:35+01:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T23:11:59Z, 2026/01/01, 2026-01-01T00:11:59+01:00",
    "2026-05-04T02:41:00Z, 2026/05/03, 2026-05-03T23:41-03:00",
    "2026-05-04T02:41:00Z, 2026/05/04, 2026-05-04T02:41Z",
    "2026-05-04T02:41:00Z, 2026/05/05, 2026-05-04T02:41Z",
    "2026-05-04T19:41:00Z, 2026/05/03, 2026-05-04T19:41Z",
  })
  void takesTheDayInTheAddressForThatOfTheReaders(String stated, String day, String expected) {
    String link = "<link rel='canonical' href='https://a.example/%s/quay'>".formatted(day);

    assertThat(read(stated, link)).isEqualTo(expected);
  }

  private static String read(String stated, String shown) {
    String page =
        "<html><head><meta property='article:published_time' content='%s'></head><body><h1>A quay</h1>"
            + "%s<p>The quay was opened to the ships of the town.</p></body></html>";
    return Reading.article(page.formatted(stated, shown), "page.html")
        .dating()
        .stated()
        .time()
        .toString();
  }
}
