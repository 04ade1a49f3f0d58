package dev.dateline.ingest.fetch;

import static dev.dateline.ingest.fetch.Fetchers.failed;
import static dev.dateline.ingest.fetch.Fetchers.fetched;
import static dev.dateline.ingest.fetch.ScriptedServer.redirect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** robots.txt and reservations, as sites write them. */
class PolitenessTest {

  private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

  private ScriptedServer server;
  private SteppedClock clock;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.onBody("/page", "", new byte[] {1});
    clock = new SteppedClock(START);
    fetcher = new Fetcher(Fetchers.withRobots(), clock);
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "User-agent: *|Disallow: /, false",
    "User-agent: *|Disallow: /page, false",
    "User-agent: *|Disallow: /p*e$, false",
    "User-agent: *|Disallow: /p|Allow: /page, true",
    "User-agent: *|Disallow:, true",
    "User-agent: dateline|Disallow: /, false",
    "User-agent: DATELINE/9.9|Disallow: /, false",
    "User-agent: dateline|Allow: /||User-agent: *|Disallow: /, true",
    "User-agent: other|User-agent: Dateline|Disallow: /, false",
    "User-agent: other|Disallow: /, true",
    "<html>no robots here</html>, true"
  })
  void keepsTheRulesForItsName(String rules, boolean allowed) throws Exception {
    robots(rules.replace('|', '\n'));

    FetchResult result = fetcher.fetch(FetchRequest.of(server.url("/page")));

    assertThat(result instanceof FetchResult.Fetched).isEqualTo(allowed);
    if (result instanceof FetchResult.Failed failed) {
      assertThat(failed.reason()).isEqualTo(FetchFailure.ROBOTS);
      assertThat(failed.message()).contains(server.url("/robots.txt"));
      assertThat(server.requests("/page")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 429})
  void anAbsentFileAllowsAll(int status) throws Exception {
    server.on("/robots.txt", "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");

    fetched(fetcher, server.url("/page"));
  }

  @Test
  void aFileThatCannotBeReadDisallowsAllForAWhile() throws Exception {
    server.on("/robots.txt", "HTTP/1.1 502 Oh\r\nContent-Length: 0\r\n\r\n");

    FetchResult.Failed failed = failed(fetcher, server.url("/page"));
    failed(fetcher, server.url("/page"));

    assertThat(failed.reason()).isEqualTo(FetchFailure.ROBOTS);
    assertThat(failed.retryAfter()).isPositive();
    assertThat(server.requests("/robots.txt")).hasSize(1);
    robots("");
    clock.advance(failed.retryAfter());
    fetched(fetcher, server.url("/page"));
  }

  @Test
  void aFileIsReadOnceADay() throws Exception {
    robots("User-agent: *\nDisallow: /private");

    fetched(fetcher, server.url("/page"));
    clock.advance(Duration.ofHours(23));
    fetched(fetcher, server.url("/page"));
    assertThat(server.requests("/robots.txt")).hasSize(1);
    robots("User-agent: *\nDisallow: /");
    clock.advance(Duration.ofHours(1));

    assertThat(failed(fetcher, server.url("/page")).reason()).isEqualTo(FetchFailure.ROBOTS);
  }

  /** RFC 9309, section 2.4. */
  @Test
  void formerRulesStandWhileTheFileCannotBeRead() throws Exception {
    robots("User-agent: *\nDisallow: /private");
    fetched(fetcher, server.url("/page"));
    server.on("/robots.txt", "HTTP/1.1 503 Oh\r\nContent-Length: 0\r\n\r\n");
    clock.advance(Duration.ofDays(2));

    fetched(fetcher, server.url("/page"));
    assertThat(failed(fetcher, server.url("/private")).reason()).isEqualTo(FetchFailure.ROBOTS);
  }

  @Test
  void redirectsOfTheFileAreFollowed() throws Exception {
    server.on("/robots.txt", redirect(301, "/else"));
    server.onBody("/else", "", "User-agent: *\nDisallow: /".getBytes(UTF_8));

    assertThat(failed(fetcher, server.url("/page")).reason()).isEqualTo(FetchFailure.ROBOTS);
  }

  @Test
  void ofALargeFileTheBeginningCounts() throws Exception {
    String filler = "# a line that says nothing\n".repeat(40_000);
    robots("User-agent: *\nDisallow: /page\n" + filler + "Disallow: /other\n");
    server.onBody("/other", "", new byte[] {1});

    assertThat(failed(fetcher, server.url("/page")).reason()).isEqualTo(FetchFailure.ROBOTS);
    fetched(fetcher, server.url("/other"));
  }

  @Test
  void everyHopIsAllowedOrNot() throws Exception {
    robots("User-agent: *\nDisallow: /private");
    server.on("/start", redirect(302, "/private/page"));

    assertThat(failed(fetcher, server.url("/start")).reason()).isEqualTo(FetchFailure.ROBOTS);
    assertThat(server.requests("/private/page")).isEmpty();
  }

  @Test
  void rulesCanBeSwitchedOff() throws Exception {
    robots("User-agent: *\nDisallow: /");
    try (Fetcher own = new Fetcher(Fetchers.LOOPBACK, clock)) {
      fetched(own, server.url("/page"));
    }
    assertThat(server.requests("/robots.txt")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, true, https://example.org/policy",
    "0, false,",
  })
  void aReservationInTheHeadersIsRead(int value, boolean reserved, String policy) throws Exception {
    String policyLine = policy == null ? "" : "tdm-policy: " + policy + "\r\n";
    server.onBody("/page", "tdm-reservation: " + value + "\r\n" + policyLine, new byte[] {1});
    server.onBody("/.well-known/tdmrep.json", "", "[]".getBytes(UTF_8));

    FetchHeaders headers = fetched(fetcher, server.url("/page")).headers();

    assertThat(headers.tdmReserved()).isEqualTo(reserved);
    assertThat(headers.tdmPolicy()).isEqualTo(policy);
    assertThat(server.requests("/.well-known/tdmrep.json")).isEmpty();
  }

  @Test
  void aReservationOfTheSiteIsRead() throws Exception {
    server.onBody(
        "/.well-known/tdmrep.json",
        "",
        """
        [{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://example.org/policy"},
         {"location": "/open/*.html$", "tdm-reservation": 0}, 7, {"location": 3}]
        """
            .getBytes(UTF_8));
    server.onBody("/open/a.html", "", new byte[] {1});

    FetchHeaders reserved = fetched(fetcher, server.url("/page")).headers();
    FetchHeaders open = fetched(fetcher, server.url("/open/a.html")).headers();

    assertThat(reserved.tdmReserved()).isTrue();
    assertThat(reserved.tdmPolicy()).isEqualTo("https://example.org/policy");
    assertThat(open.tdmReserved()).isFalse();
    assertThat(server.requests("/.well-known/tdmrep.json")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1}", "[[[[", "null", "[{\"location\":\"/\"}]"})
  void aFileThatSaysNothingReservesNothing(String file) throws Exception {
    server.onBody("/.well-known/tdmrep.json", "", file.getBytes(UTF_8));

    assertThat(fetched(fetcher, server.url("/page")).headers().tdmReserved()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "noai; true",
        "noindex, NoImageAI; true",
        "noindex; false",
        "otherbot: noai; false",
        "dateline: noindex, noai; true"
      })
  void noAiIsRead(String directives, boolean noAi) throws Exception {
    server.onBody("/page", "X-Robots-Tag: " + directives + "\r\n", new byte[] {1});

    assertThat(fetched(fetcher, server.url("/page")).headers().noAi()).isEqualTo(noAi);
  }

  private void robots(String rules) {
    server.onBody("/robots.txt", "", rules.getBytes(UTF_8));
  }

  /** A clock that a test sets forward. */
  private static final class SteppedClock extends Clock {

    private Instant now;

    private SteppedClock(Instant now) {
      this.now = now;
    }

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
