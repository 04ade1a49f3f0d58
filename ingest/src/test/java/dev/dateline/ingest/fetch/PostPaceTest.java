package dev.dateline.ingest.fetch;

import static dev.dateline.ingest.fetch.Fetchers.fetched;
import static dev.dateline.ingest.fetch.ScriptedServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far apart posts to the interface of one host lie, by a time that passes in naps alone. */
class PostPaceTest {

  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
  private static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);

  private final Naps naps = new Naps();
  private ScriptedServer server;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.on("/hub", "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    fetcher =
        new Fetcher(
            Fetchers.with(Fetchers.LOOPBACK, Fetchers.LOOPBACK.allow(), false, BETWEEN_FETCHES),
            Clock.systemUTC(),
            name -> new InetAddress[] {loopback},
            naps);
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  @Test
  void postsLieATenthOfTheGapBetweenFetchesApart() throws Exception {
    post("hub.example");
    post("hub.example");
    post("hub.example");

    assertThat(naps.taken).containsExactly(BETWEEN_POSTS, BETWEEN_POSTS);
    assertThat(server.requests("/hub")).hasSize(3);
  }

  @Test
  void aHostThatWasFetchedFromIsLeftAloneAsAfterAnyFetch() throws Exception {
    server.onBody("/feed", "", new byte[] {1});

    fetched(fetcher, url("hub.example", "/feed"));
    post("hub.example");
    fetched(fetcher, url("hub.example", "/feed"));

    assertThat(naps.taken).containsExactly(BETWEEN_FETCHES, BETWEEN_POSTS);
  }

  @Test
  void anotherHostIsNotWaitedForNorOneThatHasRestedMeanwhile() throws Exception {
    post("hub.example");
    post("other.example");
    naps.now += BETWEEN_POSTS.toNanos();
    post("hub.example");

    assertThat(naps.taken).isEmpty();
  }

  @Test
  void aRedirectWithinAHostGoesOnAtOnceAndOneToAnotherWaitsForItsTurn() throws Exception {
    server.on("/within", redirect(307, "/hub"));
    server.on("/away", redirect(308, url("other.example", "/hub")));
    post("other.example");

    assertThat(fetcher.post(url("hub.example", "/within"), Map.of())).isEmpty();
    assertThat(naps.taken).isEmpty();

    assertThat(fetcher.post(url("hub.example", "/away"), Map.of())).isEmpty();
    assertThat(naps.taken).containsExactly(BETWEEN_POSTS);
  }

  @Test
  void aHubThatIsAskedTooOftenIsHeard() throws Exception {
    server.on("/hub", "HTTP/1.1 429 Enough\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");

    FetchResult.Failed failed = fetcher.post(url("hub.example", "/hub"), Map.of()).orElseThrow();

    assertThat(failed.reason()).isEqualTo(FetchFailure.RATE_LIMITED);
    assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  private void post(String host) throws InterruptedException {
    assertThat(fetcher.post(url(host, "/hub"), Map.of("hub.mode", "subscribe"))).isEmpty();
  }

  private String url(String host, String path) {
    return "http://" + host + ":" + server.port() + path;
  }

  /** Time stands still but for what is slept, which takes none. */
  private static final class Naps implements HostTurns.Pause {

    private final List<Duration> taken = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void sleep(Duration time) {
      if (time.toNanos() > 0) {
        taken.add(time);
        now += time.toNanos();
      }
    }
  }
}
