package dev.dateline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {

  @Test
  void reportsTheStateOfEveryServiceAndItsMeters() throws IOException, InterruptedException {
    FixedService good = new FixedService("good", Health.up("serves"));
    FixedService bad = new FixedService("bad", Health.down("the database does not answer"));
    try (Metrics metrics = new Metrics();
        HttpEndpoint endpoint = endpoint(0, metrics, good, bad)) {
      metrics.articles("sink", Outcome.DEAD).increment(3);
      endpoint.start();

      HttpResponse<String> health = get(endpoint, "/health");
      HttpResponse<String> scrape = get(endpoint, "/metrics");

      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("\"good\"", "the database does not answer");
      assertThat(scrape.body())
          .contains("dateline_articles_total{outcome=\"dead\",stage=\"sink\"} 3.0", "jvm_memory");
    }
  }

  @Test
  void isWellWhileServicesStart() throws IOException, InterruptedException {
    try (Metrics metrics = new Metrics();
        HttpEndpoint endpoint =
            endpoint(0, metrics, new FixedService("slow", Health.starting("waits")))) {
      endpoint.start();

      assertThat(get(endpoint, "/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void namesThePortThatIsTaken() {
    try (Metrics metrics = new Metrics();
        HttpEndpoint first = endpoint(0, metrics)) {
      first.start();
      try (HttpEndpoint second = endpoint(first.port(), metrics)) {
        assertThatThrownBy(second::start)
            .isInstanceOf(UserException.class)
            .hasMessageContaining("Port " + first.port())
            .hasMessageContaining("http.port");
      }
    }
  }

  private static HttpEndpoint endpoint(int port, Metrics metrics, Service... services) {
    return new HttpEndpoint(
        new HttpSettings("127.0.0.1", port), List.of(services), metrics, List.of());
  }

  private static HttpResponse<String> get(HttpEndpoint endpoint, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private record FixedService(String name, Health check) implements Service {

    @Override
    public void start() {}

    @Override
    public void close() {}
  }
}
