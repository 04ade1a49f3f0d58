package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReadingTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "120; 120",
        " 7 ; 7",
        "Sun, 06 Nov 1994 08:50:37 GMT; 60",
        "Sunday, 06-Nov-94 08:50:37 GMT; 60",
        "Sun Nov  6 08:50:37 1994; 60",
        "Sun, 06 Nov 1994 08:00:00 GMT; 0",
        "999999999999; 31622400",
        "99999999999999999999;",
        "-5;",
        "soon;",
        "1.5;"
      })
  void readsRetryAfter(String value, Long seconds) throws Exception {
    assertThat(read("Retry-After", value).retryAfter())
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Cache-Control; max-age=60; 60",
        "Cache-Control; public, MAX-AGE = \"60\"; 60",
        "Cache-Control; s-maxage=5, max-age=60; 60",
        "Cache-Control; s-maxage=5; 5",
        "Cache-Control; no-cache; 0",
        "Cache-Control; max-age=60, no-store; 0",
        "Cache-Control; max-age=never;",
        "Cache-Control; private;",
        "Expires; Sun, 06 Nov 1994 08:50:37 GMT; 60",
        "Expires; Sun, 06 Nov 1994 08:00:00 GMT; 0",
        "Expires; 0; 0",
        "Expires; -1; 0",
        "X-Other; a;"
      })
  void readsHowLongAnAnswerIsFresh(String name, String value, Long seconds) throws Exception {
    assertThat(read(name, value).maxAge())
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  /** The server's clock may be wrong, but it is so for both of its times. */
  @ParameterizedTest
  @CsvSource({"'Sun, 06 Nov 1994 08:00:00 GMT', 'Sun, 06 Nov 1994 08:01:00 GMT', 60"})
  void takesExpiresByTheServersClock(String date, String expires, long seconds) throws Exception {
    assertThat(read("Date", date, "Expires", expires).maxAge())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "</hub>; rel=\"hub\"; https://example.org/hub",
        "<https://hub.example/?a=1,2>; rel=hub; https://hub.example/?a=1,2",
        "<hub>; REL=\"alternate Hub\"; https://example.org/hub"
      },
      ignoreLeadingAndTrailingWhitespace = true)
  void readsLinks(String target, String relation, String hub) throws Exception {
    assertThat(read("Link", target + "; " + relation).links()).containsEntry("hub", hub);
  }

  @ParameterizedTest
  @CsvSource({
    "<javascript:alert(1)>; rel=hub",
    "</hub>",
    "hub; rel=hub",
    "<; rel=hub",
    "</hub>; rel=other"
  })
  void leavesOtherLinks(String value) throws Exception {
    assertThat(read("Link", value).links()).isEmpty();
  }

  private static FetchHeaders read(String... namesAndValues) throws FetchException {
    BasicHttpResponse response = new BasicHttpResponse(200);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      response.addHeader(namesAndValues[i], namesAndValues[i + 1]);
    }
    WebAddress address = WebAddress.parse("https://example.org/feed");
    return new HeaderReading(new Answer(200, response, new byte[0]), address, NOW).headers();
  }
}
