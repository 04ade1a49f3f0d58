package dev.dateline.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.TestCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console on a real broker and registry. */
class ConsoleIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final TestCluster cluster = TestCluster.start();
  private final Publisher publisher = new Publisher(cluster.clients());
  private final Metrics metrics = new Metrics();
  private final HttpClient client = HttpClient.newHttpClient();
  private ConsoleService console;
  private HttpEndpoint endpoint;

  @BeforeEach
  void start() {
    HttpSettings http = new HttpSettings("127.0.0.1", 0);
    ConsoleSettings settings = new ConsoleSettings(20, List.of(), List.of());
    console = new ConsoleService(settings, cluster.clients(), metrics, this::neighbours);
    endpoint = new HttpEndpoint(http, List.of(console), metrics, List.of(console.routes(http)));
    endpoint.start();
  }

  private Map<String, Health> neighbours() {
    return Map.of("console", console.check());
  }

  @AfterEach
  void stop() {
    console.close();
    endpoint.close();
    publisher.close();
    cluster.close();
    metrics.close();
  }

  @Test
  void committedArticlesAreShownAndStreamed() throws Exception {
    publisher.publish(Articles.report("before").build());
    publisher.abort(Articles.report("aborted").build());
    console.start();
    awaitArticles("before");

    HttpRequest request = request("/v1/stream?language=bg").build();
    try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
      publisher.publish(Articles.report("english").build());
      publisher.publish(Articles.written("bg", "bg", "Новини", "Текст.").build());

      String data = lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();

      assertThat(new ObjectMapper().readTree(data.substring(6)).path("title").asText())
          .isEqualTo("Новини");
    }
    awaitArticles("bg", "english", "before");
    assertThat(get("/v1/services").get(0).path("state").asText()).isEqualTo("UP");
    assertThat(get("/health").path("well").asBoolean()).isTrue();
    assertThat(metrics.scrape())
        .contains("dateline_articles_total{outcome=\"in\",stage=\"console\"} 3.0");
  }

  @Test
  void whatCannotBeDecodedIsPassedOverAndTombstonesRemove() throws Exception {
    publisher.publish("a@1", "no Avro".getBytes(UTF_8));
    publisher.publish(Articles.report("a").build());
    publisher.publish(Articles.report("b").build());
    console.start();
    awaitArticles("b", "a");

    publisher.publish("a@1", null);

    awaitArticles("b");
    assertThat(metrics.scrape())
        .contains("dateline_articles_total{outcome=\"dead\",stage=\"console\"} 1.0");
  }

  @Test
  void itStartsBeforeTheTopicAndGoesOnWhenTheTopicIsMadeAnew() throws Exception {
    try (Admin admin = cluster.clients().admin()) {
      String topic = Topics.ENRICHED.name();
      admin.deleteTopics(List.of(topic)).all().get();
      console.start();
      await().until(() -> console.check().state() == Health.State.STARTING);
      new TopicCreator(cluster.settings()).create(admin, List.of(Topics.ENRICHED));
      for (int i = 0; i < 8; i++) {
        publisher.publish(Articles.report("first" + i).build());
      }
      await().atMost(PATIENCE).until(() -> ids().size() == 8);

      admin.deleteTopics(List.of(topic)).all().get();
      await().ignoreExceptions().until(() -> !admin.listTopics().names().get().contains(topic));
      new TopicCreator(cluster.settings()).create(admin, List.of(Topics.ENRICHED));
      publisher.publish(Articles.report("second").build());
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids()).contains("second"));
  }

  @Test
  void itGoesOnAfterTheBrokerRestarted() throws Exception {
    console.start();
    publisher.publish(Articles.report("a").build());
    awaitArticles("a");

    cluster.restart();

    publisher.publish(Articles.report("b").build());
    awaitArticles("b", "a");
  }

  private void awaitArticles(String... expected) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids()).containsExactly(expected));
  }

  private List<String> ids() throws Exception {
    List<String> ids = new ArrayList<>();
    get("/v1/articles").forEach(article -> ids.add(article.path("id").asText()));
    return ids;
  }

  private JsonNode get(String path) throws Exception {
    return new ObjectMapper()
        .readTree(client.send(request(path).build(), BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path));
  }
}
