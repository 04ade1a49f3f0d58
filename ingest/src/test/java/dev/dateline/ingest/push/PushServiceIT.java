package dev.dateline.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.ingest.Takedowns;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.testkit.TestCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles pushed over HTTP to a real broker and registry. */
class PushServiceIT {

  private static final String TOKEN = "a-token-of-16-or-more";
  private static final String ARTICLE =
      "{\"url\":\"https://p.example/1\",\"title\":\"Pushed\",\"text\":\"A text that was pushed.\"}";

  private static TestCluster cluster;
  private static Metrics metrics;
  private static PushService service;
  private static HttpEndpoint endpoint;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
    metrics = new Metrics();
    service =
        new PushService(
            cluster.clients(),
            cluster.clients().registry(),
            new PushSettings(Optional.of(TOKEN), "push"),
            ExtractLimits.DEFAULT.withItemBytes(100_000),
            metrics,
            IngestListener.NONE);
    endpoint =
        new HttpEndpoint(
            new HttpSettings("127.0.0.1", 0), List.of(service), metrics, List.of(service.routes()));
    endpoint.start();
    service.start();
  }

  @AfterAll
  static void end() {
    endpoint.close();
    service.close();
    metrics.close();
    cluster.close();
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/v1/articles"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .setHeader("Content-Type", "application/json")
            .setHeader("Authorization", "Bearer " + TOKEN);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String id(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body()).path("ids").path(0).asText();
  }

  private static double published() {
    return metrics
        .registry()
        .get("dateline.articles")
        .tags("stage", "ingest", "outcome", "out")
        .counter()
        .count();
  }

  /** Nothing is taken before it is known what was taken down. */
  @BeforeEach
  void awaitTakedowns() {
    await().untilAsserted(() -> assertThat(post(ARTICLE).statusCode()).isEqualTo(202));
  }

  @Test
  void answersWithTheIdOnceItIsCommittedAndTheSameOneForARepeat() throws Exception {
    HttpResponse<String> first = post(ARTICLE);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(id(first)).hasSize(26).isEqualTo(id(post(ARTICLE)));
  }

  @Test
  void theKeyNamesAnArticleThatHasNoAddress() throws Exception {
    String one = id(post("{\"text\":\"Some text.\"}", "Idempotency-Key", "k1"));
    assertThat(one)
        .isEqualTo(id(post("{\"text\":\"Some text, edited.\"}", "Idempotency-Key", "k1")));
    assertThat(one).isNotEqualTo(id(post("{\"text\":\"Some text.\"}", "Idempotency-Key", "k2")));
  }

  @Test
  void takesNinjsAndArraysAllOrNothing() throws Exception {
    String ninjs = "{\"uri\":\"urn:n:1\",\"headline\":\"Ninjs\",\"body_text\":\"The body.\"}";
    HttpResponse<String> both = post("[" + ARTICLE + "," + ninjs + "]");
    assertThat(both.statusCode()).isEqualTo(202);
    assertThat(new ObjectMapper().readTree(both.body()).path("ids")).hasSize(2);

    double before = published();
    HttpResponse<String> broken = post("[" + ARTICLE + ",{\"title\":\"no text\"}]");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("Nothing of this push was taken");
    assertThat(published()).isEqualTo(before);
  }

  @Test
  void refusesWhatWasTakenDown() throws Exception {
    String article = "{\"url\":\"https://down.example/p\",\"text\":\"To be taken down.\"}";
    Takedowns.put(cluster.clients(), id(post(article)));

    await().untilAsserted(() -> assertThat(post(article).statusCode()).isEqualTo(410));

    double before = published();
    HttpResponse<String> both = post("[" + ARTICLE + "," + article + "]");
    assertThat(both.statusCode()).isEqualTo(410);
    assertThat(both.body()).contains("was taken down. Nothing of this push was taken");
    assertThat(published()).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNotAllowedTooLargeOrNoJson() throws Exception {
    assertThat(post(ARTICLE, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(post(ARTICLE, "Content-Type", "text/plain").statusCode()).isEqualTo(415);
    assertThat(post("{\"text\":\"" + "long ".repeat(30_000) + "\"}").statusCode()).isEqualTo(413);
    assertThat(post("{\"text\": \"cut in the mid").statusCode()).isEqualTo(400);
    assertThat(post("").statusCode()).isEqualTo(400);
    assertThat(post(ARTICLE, "Idempotency-Key", "x".repeat(300)).statusCode()).isEqualTo(400);
  }

  @Test
  void saysWhatIsWrongWithTheBody() throws Exception {
    HttpResponse<String> time = post("{\"text\":\"x\",\"publishedAt\":\"nonsense\"}");
    assertThat(time.statusCode()).isEqualTo(400);
    assertThat(time.body()).contains("publishedAt", "ISO 8601", "Nothing of this push was taken");
    assertThat(post("{\"text\":\"x\",\"url\":\"/rel\"}").statusCode()).isEqualTo(400);
    assertThat(post("{\"text\": \"cut in the mid").body())
        .contains("The body is JSON that ends in the middle")
        .doesNotContain("file");
    assertThat(post("").body()).contains("The body is empty");
    assertThat(post("{\"uri\":\"urn:n:2\",\"pubstatus\":\"withheld\"}").statusCode())
        .isEqualTo(400);
    assertThat(post(ARTICLE, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
  }
}
