package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Fetchers and fetches for tests. */
final class Fetchers {

  /** Fetches from loopback, without robots.txt and gaps. */
  static final FetchSettings LOOPBACK =
      new FetchSettings(
          "Dateline/test",
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          100_000,
          5,
          List.of("127.0.0.0/8"),
          false,
          Duration.ZERO);

  private Fetchers() {}

  static Fetcher loopback() {
    return new Fetcher(LOOPBACK, Clock.systemUTC());
  }

  static FetchSettings withRobots() {
    return with(LOOPBACK, LOOPBACK.allow(), true, Duration.ZERO);
  }

  static FetchSettings with(
      FetchSettings base, List<String> allow, boolean robots, Duration hostDelay) {
    return new FetchSettings(
        base.userAgent(),
        base.connectTimeout(),
        base.requestTimeout(),
        base.mostBytes(),
        base.mostRedirects(),
        allow,
        robots,
        hostDelay);
  }

  static FetchSettings within(Duration requestTimeout) {
    return new FetchSettings(
        LOOPBACK.userAgent(),
        LOOPBACK.connectTimeout(),
        requestTimeout,
        LOOPBACK.mostBytes(),
        LOOPBACK.mostRedirects(),
        LOOPBACK.allow(),
        false,
        Duration.ZERO);
  }

  static FetchResult.Fetched fetched(Fetcher fetcher, String url) throws InterruptedException {
    FetchResult result = fetcher.fetch(FetchRequest.of(url));
    assertThat(result).isInstanceOf(FetchResult.Fetched.class);
    return (FetchResult.Fetched) result;
  }

  static FetchResult.Failed failed(Fetcher fetcher, String url) throws InterruptedException {
    FetchResult result = fetcher.fetch(FetchRequest.of(url));
    assertThat(result).as(url).isInstanceOf(FetchResult.Failed.class);
    return (FetchResult.Failed) result;
  }
}
