package dev.dateline.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers of the REST API, with their codes. */
class EmbeddedRegistryTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
  private static final String LONG = "{\"schema\":\"\\\"long\\\"\"}";
  private static final String ONE = "/subjects/one-value/versions";

  private final HttpClient http = HttpClient.newHttpClient();
  private final MemoryLog log = new MemoryLog();
  private final EmbeddedRegistry registry = new EmbeddedRegistry(() -> log);
  private final Metrics metrics = new Metrics();
  private final HttpEndpoint endpoint =
      new HttpEndpoint(
          new HttpSettings("127.0.0.1", 0), List.of(registry), metrics, List.of(registry.routes()));

  @BeforeEach
  void start() {
    registry.start();
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
    registry.close();
    metrics.close();
  }

  @Test
  void givesOneIdToASchemaInAllSubjects() throws Exception {
    int id = post(ONE, STRING).body().path("id").asInt();

    assertThat(post("/subjects/two-value/versions", STRING).body().path("id").asInt())
        .isEqualTo(id);
    assertThat(post("/subjects/three-value/versions", LONG).body().path("id").asInt())
        .isEqualTo(id + 1);
    assertThat(get("/subjects").body().toString())
        .isEqualTo("[\"one-value\",\"three-value\",\"two-value\"]");
    assertThat(get("/schemas/ids/" + id + "/versions").body()).hasSize(2);
  }

  @Test
  void tellsAVersion() throws Exception {
    post(ONE, STRING);

    JsonNode version = get(ONE + "/1").body();

    assertThat(version.path("subject").asText()).isEqualTo("one-value");
    assertThat(version.path("version").asInt()).isEqualTo(1);
    assertThat(version.path("schema").asText()).isEqualTo("\"string\"");
    assertThat(get(ONE + "/latest").body()).isEqualTo(version);
    assertThat(post("/subjects/one-value", STRING).body()).isEqualTo(version);
    assertThat(get(ONE + "/1/schema").body().asText()).isEqualTo("string");
  }

  @Test
  void refusesAnIncompatibleVersionWithTheReason() throws Exception {
    post(ONE, STRING);

    Answer refusal = post(ONE, LONG);

    assertThat(refusal.status()).isEqualTo(409);
    assertThat(refusal.body().path("error_code").asInt()).isEqualTo(409);
    assertThat(refusal.body().path("message").asText()).contains("TYPE_MISMATCH");
    assertThat(get(ONE).body().toString()).isEqualTo("[1]");
  }

  @ParameterizedTest
  @CsvSource({
    "/subjects/none/versions,        404, 40401",
    "/subjects/none/versions/latest, 404, 40401",
    "/subjects/one-value/versions/7, 404, 40402",
    "/subjects/one-value/versions/0, 422, 42202",
    "/subjects/one-value/versions/x, 422, 42202",
    "/schemas/ids/7,                 404, 40403",
    "/schemas/ids/x,                 404, 40403",
    "/schemas/ids/7/versions,        404, 40403",
    "/config/one-value,              404, 40408"
  })
  void answersWithTheCodeOf(String path, int status, int code) throws Exception {
    post(ONE, STRING);

    Answer answer = get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\":\"nonsense\"}",
        "{\"schema\":\"\"}",
        "{}",
        "[]",
        "no json",
        "''",
        "{\"schema\":\"{\\\"type\\\":\\\"record\\\"}\"}",
        "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}",
        "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"x\"}]}"
      })
  void refusesWhatIsNoAvroSchema(String body) throws Exception {
    Answer answer = post(ONE, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(42201);
  }

  @Test
  void tellsASchemaThatASubjectDoesNotHave() throws Exception {
    post(ONE, STRING);

    assertThat(post("/subjects/one-value", LONG).body().path("error_code").asInt())
        .isEqualTo(40403);
    assertThat(post("/subjects/none", LONG).body().path("error_code").asInt()).isEqualTo(40401);
  }

  @Test
  void checksWithoutRegistering() throws Exception {
    post(ONE, STRING);
    String path = "/compatibility/subjects/one-value/versions";

    assertThat(post(path + "/latest", STRING).body().path("is_compatible").asBoolean()).isTrue();
    assertThat(post(path + "/1", LONG).body().path("is_compatible").asBoolean()).isFalse();
    assertThat(post(path + "?verbose=true", LONG).body().path("messages")).isNotEmpty();
    assertThat(post(path + "/9", LONG).body().path("error_code").asInt()).isEqualTo(40402);
    assertThat(get(ONE).body()).hasSize(1);
  }

  @Test
  void keepsLevelsForAllAndForOne() throws Exception {
    assertThat(get("/config").body().path("compatibilityLevel").asText())
        .isEqualTo("BACKWARD_TRANSITIVE");

    put("/config", "{\"compatibility\":\"full\"}");
    put("/config/one-value", "{\"compatibility\":\"NONE\"}");
    post(ONE, STRING);

    assertThat(post(ONE, LONG).status()).isEqualTo(200);
    assertThat(get("/config").body().path("compatibilityLevel").asText()).isEqualTo("FULL");
    assertThat(get("/config/two?defaultToGlobal=true").body().path("compatibilityLevel").asText())
        .isEqualTo("FULL");
    assertThat(put("/config", "{\"compatibility\":\"SOME\"}").body().path("error_code").asInt())
        .isEqualTo(42203);
  }

  @Test
  void loadsItsLogAgainAfterAWriteOfUnknownOutcome() throws Exception {
    log.failNext();

    Answer failure = post(ONE, STRING);

    assertThat(failure.status()).isEqualTo(503);
    assertThat(post(ONE, STRING).body().path("id").asInt()).isEqualTo(1);
    assertThat(get(ONE).body().toString()).isEqualTo("[1]");
  }

  @Test
  void keepsIdsOverARestart() throws Exception {
    post(ONE, STRING);
    put("/config/one-value", "{\"compatibility\":\"NONE\"}");
    post(ONE, LONG);

    Registry again = new Registry(log);

    assertThat(again.schema(2)).contains("\"long\"");
    assertThat(again.level("one-value")).isEqualTo(CompatibilityLevel.NONE);
    assertThat(again.register("two-value", "\"int\"").id()).isEqualTo(3);
  }

  private record Answer(int status, JsonNode body) {}

  private Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private Answer post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private Answer put(String path, String body) throws IOException, InterruptedException {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }
}
