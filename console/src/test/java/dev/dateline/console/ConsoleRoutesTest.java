package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.EnrichedArticle;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes over real HTTP, with articles put into the feed directly. */
class ConsoleRoutesTest {

  private final ArticleFeed feed = new ArticleFeed(10);
  private final Metrics metrics = new Metrics();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpEndpoint endpoint =
      new HttpEndpoint(
          new HttpSettings("127.0.0.1", 0),
          List.of(),
          metrics,
          List.of(
              new ConsoleRoutes(
                  feed,
                  () -> List.of(ServiceState.here("enrich", Health.up("works"))),
                  new HostCheck(List.of()),
                  10)));

  @BeforeEach
  void start() {
    endpoint.start();
  }

  @AfterEach
  void stop() {
    feed.close();
    endpoint.close();
    metrics.close();
  }

  @Test
  void thePageMayRunNothingForeign() throws Exception {
    HttpResponse<String> response = get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'");
    assertThat(response.body()).doesNotContain("http:", "https:", "style=", "<script>");
  }

  @Test
  void everyFileThatThePageNamesIsServed() throws Exception {
    String page = get("/").body();

    for (PageFile file : PageFile.values()) {
      assertThat(page).contains("\"" + file.path() + "\"");
      HttpResponse<String> response = get(file.path());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains(file.mediaType());
    }
  }

  @Test
  void articlesAreFiltered() throws Exception {
    add("a", Articles.report("a"));
    add("b", Articles.written("b", "bg", "Пристанището отвори", "Корабите влязоха."));

    assertThat(titles("/v1/articles")).hasSize(2);
    assertThat(titles("/v1/articles?limit=1")).containsExactly("Пристанището отвори");
    assertThat(titles("/v1/articles?language=bg")).containsExactly("Пристанището отвори");
    assertThat(titles("/v1/articles?topic=sport")).hasSize(1);
    assertThat(titles("/v1/articles?entity=geonames:726050&language=bg")).isEmpty();
  }

  @Test
  void theBriefViewCutsTheTextBetweenCharacters() throws Exception {
    String text = "a".repeat(279) + "😀".repeat(10);
    add("a", Articles.written("a", "en", "Long", text));

    JsonNode article = json("/v1/articles?view=brief").get(0);

    assertThat(article.path("text").asText()).isEqualTo("a".repeat(279) + "…");
    assertThat(json("/v1/articles").get(0).path("text").asText()).isEqualTo(text);
  }

  @Test
  void aWrongParameterIsExplained() throws Exception {
    for (String query : List.of("limit=x", "limit=-1", "view=none")) {
      HttpResponse<String> response = get("/v1/articles?" + query);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("\"error\"", query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void servicesTellTheirState() throws Exception {
    assertThat(json("/v1/services").toString())
        .isEqualTo(
            "[{\"name\":\"enrich\",\"state\":\"UP\",\"detail\":\"works\",\"where\":\"here\"}]");
  }

  @Test
  void aForeignHostNameGetsNothing() throws Exception {
    add("a", Articles.report("a"));

    for (String path : List.of("/", "/v1/articles", "/v1/services", "/v1/stream")) {
      String answer = raw("GET " + path, "rebound.example:80");
      assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("regatta");
    }
    assertThat(raw("GET /v1/articles", "localhost")).startsWith("HTTP/1.1 200");
  }

  @Test
  void nothingCanBeWritten() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE")) {
      assertThat(raw(method + " /v1/articles", "localhost")).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void theStreamTellsArticlesWithTheirPosition() throws Exception {
    add("a", Articles.report("a"));
    HttpRequest request = request("/v1/stream?recent=5&view=brief").build();

    HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      Iterator<String> iterator = lines.iterator();
      List<String> first = block(iterator, "event: article");
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("text/event-stream;charset=utf-8");
      assertThat(first).contains("id: t-0:1");
      add("b", Articles.report("b"));
      assertThat(block(iterator, "event: article"))
          .contains("id: t-0:2")
          .anyMatch(line -> line.startsWith("data: {\"id\":\"b\""));
    }
  }

  @Test
  void aClientThatComesBackGoesOnAfterItsLastEvent() throws Exception {
    add("a", Articles.report("a"));
    add("b", Articles.report("b"));
    HttpRequest request = request("/v1/stream?recent=5").header("Last-Event-ID", "t-0:1").build();

    try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
      assertThat(block(lines.iterator(), "event: article")).contains("id: t-0:2");
    }
  }

  private int added;

  private void add(String id, EnrichedArticle.Builder article) {
    added++;
    feed.add("t-0:" + added, added, 100, article.build());
  }

  /** The lines of the next event of a name. */
  private static List<String> block(Iterator<String> lines, String name) {
    List<String> block = new ArrayList<>();
    while (true) {
      String line = lines.next();
      if (!line.isEmpty()) {
        block.add(line);
      } else if (block.contains(name)) {
        return block;
      } else {
        block.clear();
      }
    }
  }

  private List<String> titles(String path) throws Exception {
    List<String> titles = new ArrayList<>();
    json(path).forEach(article -> titles.add(article.path("title").asText()));
    return titles;
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path));
  }

  /** A request with a Host header of the test's own, which Java's client would not send. */
  private String raw(String request, String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", endpoint.port());
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String head = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return in.lines().reduce("", (a, b) -> a + b + "\n").replaceFirst("^\n", "");
    }
  }
}
