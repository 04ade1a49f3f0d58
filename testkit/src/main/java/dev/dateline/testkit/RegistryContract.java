package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.registry.HttpSchemaRegistry;
import dev.dateline.schemas.registry.IncompatibleSchemaException;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Dateline needs of a schema registry, whoever made it. */
public abstract class RegistryContract {

  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String subject = "contract-" + UUID.randomUUID() + "-value";

  /** The address of the registry, with the path of its Confluent API where it has one. */
  protected abstract URI base();

  /** Ends the registry and starts it again; {@link #base} may change. */
  protected abstract void restart();

  /** A level that every registry knows, set for all subjects as an operator would. */
  @BeforeEach
  void requireBackwardCompatibility() throws Exception {
    assertThat(put("/config", "{\"compatibility\":\"BACKWARD\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void givesTheSameSchemaTheSameIdTwice() {
    Schema schema = first().endRecord();

    int id = client().register(subject, schema);

    assertThat(client().register(subject, schema)).isEqualTo(id);
    assertThat(client().schema(id)).contains(schema);
  }

  @Test
  void givesDifferentSchemasDifferentIds() {
    int one = client().register(subject, first().endRecord());
    int other = client().register(subject + "2", first().requiredLong("other").endRecord());

    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void looksUpASchemaOfASubject() throws Exception {
    int id = client().register(subject, first().endRecord());

    HttpResponse<String> found = post("/subjects/" + subject, asBody(first().endRecord()));

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).contains("\"id\":" + id).contains("\"version\":1");
  }

  @Test
  void takesACompatibleVersion() throws Exception {
    int id = client().register(subject, first().endRecord());

    int next = client().register(subject, first().optionalString("added").endRecord());

    assertThat(next).isNotEqualTo(id);
    assertThat(get("/subjects/" + subject + "/versions").body()).isEqualTo("[1,2]");
    assertThat(get("/subjects/" + subject + "/versions/latest").body()).contains("\"id\":" + next);
  }

  @Test
  void refusesAnIncompatibleVersion() {
    client().register(subject, first().endRecord());

    assertThatThrownBy(
            () -> client().register(subject, first().requiredString("added").endRecord()))
        .isInstanceOf(IncompatibleSchemaException.class);
  }

  @Test
  void knowsNoSchemaOfAnUnusedId() {
    assertThat(client().schema(1_999_999_999)).isEmpty();
  }

  @Test
  void answersNotFoundForAnUnknownSubject() throws Exception {
    HttpResponse<String> response = get("/subjects/" + subject + "/versions/latest");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("40401");
  }

  @Test
  void keepsIdsOverARestart() {
    Schema schema = first().endRecord();
    int id = client().register(subject, schema);

    restart();

    assertThat(client().schema(id)).contains(schema);
    assertThat(client().register(subject, schema)).isEqualTo(id);
    assertThat(client().register(subject, first().optionalString("added").endRecord()))
        .isNotEqualTo(id);
  }

  /** A client that remembers nothing. */
  private SchemaRegistry client() {
    return new HttpSchemaRegistry(base());
  }

  /** The name varies, as registries give the same schema the same id in all subjects. */
  private FieldAssembler<Schema> first() {
    return SchemaBuilder.record("R" + subject.replaceAll("[^0-9a-z]", ""))
        .namespace("dev.dateline.contract")
        .fields()
        .requiredString("title");
  }

  private static String asBody(Schema schema) {
    return "{\"schema\":\"" + schema.toString().replace("\"", "\\\"") + "\"}";
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> put(String path, String body)
      throws IOException, InterruptedException {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base() + path)).header("Content-Type", CONTENT_TYPE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
