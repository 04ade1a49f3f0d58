package dev.dateline.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.LeaseStatus;
import dev.dateline.schemas.NoticeKind;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.SourceNotice;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hubs get that call too often, too soon or in vain, by a time that a test sets forward. */
class CallbackRoutesTest {

  private static final String TOPIC = "https://paper.example/feed";
  private static final String ONE = "1".repeat(43);
  private static final String OTHER = "2".repeat(43);
  private static final int BURST = 60;
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final List<SourceNotice> sent = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Metrics metrics = new Metrics();
  private volatile boolean brokersAnswer = true;
  private volatile boolean current = true;
  private HttpEndpoint endpoint;

  @BeforeEach
  void start() {
    CallbackRoutes routes =
        new CallbackRoutes(
            new TwoLeases(),
            this::take,
            new CallbackMeters(metrics),
            new FloodGate(nanos::get),
            1_000,
            Clock.fixed(NOW, ZoneOffset.UTC));
    endpoint =
        new HttpEndpoint(new HttpSettings("127.0.0.1", 0), List.of(), metrics, List.of(routes));
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    metrics.close();
  }

  @Test
  void callbacksBeyondTheBurstAreToldToComeAgainAndHaveNoEffect() throws Exception {
    for (int i = 0; i < BURST; i++) {
      assertThat(confirm(ONE).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> limited = confirm(ONE);

    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).hasValue("60");
    assertThat(limited.body()).doesNotContain("challenge");
    assertThat(sent).hasSize(BURST);
    assertThat(count("limited")).isEqualTo(1);
    assertThat(confirm(OTHER).statusCode()).isEqualTo(200);
  }

  @Test
  void deliveriesCountLikeConfirmationsWhetherSignedOrNot() throws Exception {
    for (int i = 0; i < BURST; i++) {
      assertThat(deliver(ONE).statusCode()).isEqualTo(202);
    }

    assertThat(deliver(ONE).statusCode()).isEqualTo(429);
    assertThat(confirm(ONE).statusCode()).isEqualTo(429);
    assertThat(count("unsigned")).isEqualTo(BURST);
    assertThat(sent).isEmpty();
  }

  @Test
  void aHubThatWaitsPassesAgain() throws Exception {
    for (int i = 0; i < BURST; i++) {
      confirm(ONE);
    }
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());

    assertThat(confirm(ONE).statusCode()).isEqualTo(200);
    assertThat(confirm(ONE).statusCode()).isEqualTo(429);

    nanos.addAndGet(Duration.ofSeconds(60).toNanos());
    assertThat(confirm(ONE).statusCode()).as("as Retry-After says").isEqualTo(200);
  }

  @Test
  void whatIsConfirmedIsSentOnBeforeItIsEchoed() throws Exception {
    HttpResponse<String> confirmed = confirm(ONE);

    assertThat(confirmed.body()).isEqualTo("the-challenge");
    assertThat(sent).singleElement().satisfies(CallbackRoutesTest::isConfirmation);

    brokersAnswer = false;
    HttpResponse<String> failed = confirm(ONE);
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.headers().firstValue("Retry-After")).hasValue("60");
    assertThat(failed.body()).doesNotContain("challenge");
  }

  private static void isConfirmation(SourceNotice notice) {
    assertThat(notice.getKind()).isEqualTo(NoticeKind.CONFIRMED);
    assertThat(notice.getToken()).isEqualTo(ONE);
    assertThat(notice.getLeaseSeconds()).isEqualTo(3_600);
    assertThat(notice.getReceivedAt()).isEqualTo(NOW);
  }

  @Test
  void aLeaseThatIsNotKnownIsNotFoundOnceAllAreKnown() throws Exception {
    assertThat(confirm("3".repeat(43)).statusCode()).isEqualTo(404);

    current = false;
    HttpResponse<String> early = confirm("3".repeat(43));
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("Retry-After")).hasValue("60");
  }

  private HttpResponse<String> confirm(String token) throws Exception {
    String query =
        "?hub.mode=subscribe&hub.challenge=the-challenge&hub.lease_seconds=3600&hub.topic=" + TOPIC;
    return send(HttpRequest.newBuilder(address(token + query)).GET());
  }

  private HttpResponse<String> deliver(String token) throws Exception {
    return send(
        HttpRequest.newBuilder(address(token)).POST(HttpRequest.BodyPublishers.ofString("<rss/>")));
  }

  private URI address(String rest) {
    return URI.create("http://127.0.0.1:" + endpoint.port() + "/websub/" + rest);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void take(SourceNotice notice, int partition) {
    if (!brokersAnswer) {
      throw new KafkaException("nobody is there");
    }
    sent.add(notice);
  }

  private double count(String outcome) {
    return metrics
        .registry()
        .get("dateline.hub.callbacks")
        .tags("outcome", outcome)
        .counter()
        .count();
  }

  /** Two leases that are wanted. */
  private final class TwoLeases implements Leases {

    @Override
    public Optional<Known> find(String token, Predicate<SourceLease> expected) {
      return List.of(ONE, OTHER).contains(token)
          ? Optional.of(new Known(lease(token), 0))
          : Optional.empty();
    }

    @Override
    public boolean isCurrent() {
      return current;
    }

    private static SourceLease lease(String token) {
      return SourceLease.newBuilder()
          .setToken(token)
          .setSourceId("paper")
          .setHub("https://hub.example/")
          .setTopic(TOPIC)
          .setCallback("https://news.example/websub/" + token)
          .setSecret("a secret")
          .setStatus(LeaseStatus.WANTED)
          .setEndsAt(NOW.plusSeconds(3_600))
          .build();
    }
  }
}
