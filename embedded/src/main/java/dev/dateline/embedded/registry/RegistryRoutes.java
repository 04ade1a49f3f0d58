package dev.dateline.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.embedded.registry.RegistryEntry.SchemaVersion;
import dev.dateline.runtime.http.HttpRoutes;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The part of Confluent's REST API that clients, serdes and tools use. Avro only. */
final class RegistryRoutes implements HttpRoutes {

  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Registry> registry;

  /**
   * @param registry gives the registry, or throws {@link RegistryError} while there is none
   */
  RegistryRoutes(Supplier<Registry> registry) {
    this.registry = registry;
  }

  @Override
  public void addTo(JavalinConfig config) {
    var routes = config.routes;
    routes.exception(RegistryError.class, RegistryRoutes::answer);
    routes.get("/subjects", context -> json(context, registry.get().subjects()));
    routes.get("/subjects/{subject}/versions", this::versions);
    routes.post("/subjects/{subject}/versions", this::register);
    routes.post("/subjects/{subject}", this::lookup);
    routes.get(
        "/subjects/{subject}/versions/{version}", context -> json(context, body(version(context))));
    routes.get(
        "/subjects/{subject}/versions/{version}/schema",
        context -> context.contentType(CONTENT_TYPE).result(version(context).schema()));
    routes.get("/schemas/ids/{id}", this::schema);
    routes.get("/schemas/ids/{id}/versions", this::uses);
    routes.get("/schemas/types", context -> json(context, List.of("AVRO")));
    routes.get("/config", context -> json(context, level(registry.get().level(""))));
    routes.put("/config", context -> setLevel(context, RegistryEntry.GLOBAL));
    routes.get("/config/{subject}", this::ownLevel);
    routes.put("/config/{subject}", context -> setLevel(context, subject(context)));
    routes.post(
        "/compatibility/subjects/{subject}/versions", context -> check(context, Optional.empty()));
    routes.post(
        "/compatibility/subjects/{subject}/versions/{version}",
        context -> check(context, Optional.of(context.pathParam("version"))));
  }

  private void versions(Context context) {
    List<SchemaVersion> versions = registry.get().versions(subject(context));
    json(context, versions.stream().map(SchemaVersion::version).toList());
  }

  private void register(Context context) {
    json(context, Map.of("id", registry.get().register(subject(context), schemaOf(context)).id()));
  }

  private void lookup(Context context) {
    json(context, body(registry.get().lookup(subject(context), schemaOf(context))));
  }

  private SchemaVersion version(Context context) {
    return registry.get().version(subject(context), context.pathParam("version"));
  }

  private void schema(Context context) {
    String schema = registry.get().schema(id(context)).orElseThrow(RegistryError::schemaNotFound);
    json(context, Map.of("schema", schema));
  }

  private void uses(Context context) {
    List<SchemaVersion> uses = registry.get().uses(id(context));
    if (uses.isEmpty()) {
      throw RegistryError.schemaNotFound();
    }
    json(
        context,
        uses.stream()
            .map(use -> Map.of("subject", use.subject(), "version", use.version()))
            .toList());
  }

  private void ownLevel(Context context) {
    Registry current = registry.get();
    String subject = subject(context);
    boolean orGlobal = "true".equals(context.queryParam("defaultToGlobal"));
    json(
        context,
        level(
            orGlobal
                ? current.level(subject)
                : current
                    .ownLevel(subject)
                    .orElseThrow(() -> RegistryError.noLevelOfItsOwn(subject))));
  }

  private void setLevel(Context context, String subject) {
    String name = parse(context).path("compatibility").asText();
    CompatibilityLevel level =
        CompatibilityLevel.named(name).orElseThrow(() -> RegistryError.invalidLevel(name));
    registry.get().setLevel(subject, level);
    json(context, Map.of("compatibility", level.name()));
  }

  private void check(Context context, Optional<String> version) {
    List<String> objections =
        registry.get().objections(subject(context), version, schemaOf(context));
    boolean compatible = objections.isEmpty();
    json(
        context,
        "true".equals(context.queryParam("verbose"))
            ? Map.of("is_compatible", compatible, "messages", objections)
            : Map.of("is_compatible", compatible));
  }

  private static Map<String, Object> level(CompatibilityLevel level) {
    return Map.of("compatibilityLevel", level.name());
  }

  private static Map<String, Object> body(SchemaVersion version) {
    return Map.of(
        "subject", version.subject(),
        "version", version.version(),
        "id", version.id(),
        "schema", version.schema());
  }

  private static String subject(Context context) {
    return context.pathParam("subject");
  }

  private static int id(Context context) {
    try {
      return Integer.parseInt(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw RegistryError.schemaNotFound();
    }
  }

  private static String schemaOf(Context context) {
    JsonNode body = parse(context);
    if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
      throw RegistryError.invalidSchema("only Avro is kept here");
    }
    if (!body.path("references").isEmpty()) {
      throw RegistryError.invalidSchema("references are not supported");
    }
    return body.path("schema").asText();
  }

  private static JsonNode parse(Context context) {
    try {
      return JSON.readTree(context.body());
    } catch (JsonProcessingException e) {
      throw RegistryError.invalidSchema("the request is no JSON");
    }
  }

  private static void answer(RegistryError error, Context context) {
    context.status(error.status());
    json(
        context, Map.of("error_code", error.code(), "message", String.valueOf(error.getMessage())));
  }

  private static void json(Context context, Object body) {
    context.json(body).contentType(CONTENT_TYPE);
  }
}
