package dev.dateline.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry behind the Confluent REST API ({@code POST /subjects/S/versions}, {@code GET
 * /schemas/ids/N}), as Confluent's, Apicurio's, Karapace's and Dateline's own speak it.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * @param base address of the API, with its path where it has one ({@code
   *     http://registry:8080/apis/ccompat/v7})
   */
  public HttpSchemaRegistry(URI base) {
    this.base = base.toString().replaceAll("/+$", "");
  }

  @Override
  public int register(String subject, Schema schema) {
    String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
    String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
    HttpResponse<String> response = send(request(path).POST(BodyPublishers.ofString(body)).build());
    return switch (response.statusCode()) {
      case 200 -> {
        int id = parse(response).path("id").asInt();
        schemas.put(id, schema);
        yield id;
      }
      case 409, 422 -> throw new IncompatibleSchemaException(subject + ": " + response.body());
      default -> throw unexpected(response);
    };
  }

  @Override
  public Optional<Schema> schema(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    HttpResponse<String> response = send(request("/schemas/ids/" + id).GET().build());
    return switch (response.statusCode()) {
      case 200 -> {
        Schema schema = new Schema.Parser().parse(parse(response).path("schema").asText());
        schemas.put(id, schema);
        yield Optional.of(schema);
      }
      case 404 -> Optional.empty();
      default -> throw unexpected(response);
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
        .header("Accept", "application/vnd.schemaregistry.v1+json");
  }

  /** Sends with a bounded retry: a registry that restarts comes back within seconds. */
  private HttpResponse<String> send(HttpRequest request) {
    IOException last = new IOException("not tried");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        if (attempt > 0) {
          Thread.sleep(Duration.ofMillis(200L << attempt).toMillis());
        }
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() < 500) {
          return response;
        }
        last = new IOException("status " + response.statusCode());
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RegistryUnavailableException("interrupted", e);
      }
    }
    throw new RegistryUnavailableException(
        "no answer from the schema registry at " + base + "; is it running?", last);
  }

  private static JsonNode parse(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryUnavailableException("the registry's answer is no JSON", e);
    }
  }

  private RegistryUnavailableException unexpected(HttpResponse<String> response) {
    return new RegistryUnavailableException(
        "the registry at " + base + " answers " + response.statusCode() + ": " + response.body());
  }
}
