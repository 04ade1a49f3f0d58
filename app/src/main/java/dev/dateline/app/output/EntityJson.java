package dev.dateline.app.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.stage.Coordinates;

/** An entity of the knowledge as JSON, for people and programs. */
public final class EntityJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EntityJson() {}

  /**
   * A document of several lines.
   *
   * @param stated whether an operator stated the entity
   */
  public static String of(EntityDraft entity, boolean stated) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", entity.id());
    json.put("type", entity.type().name());
    json.put("country", entity.country().isEmpty() ? null : entity.country());
    Coordinates where = entity.coordinates();
    json.put("latitude", where == null ? null : where.latitude());
    json.put("longitude", where == null ? null : where.longitude());
    json.put("population", entity.population());
    json.put("prominence", entity.prominence());
    ObjectNode names = json.putObject("names");
    entity.names().forEach(names::put);
    ArrayNode aliases = json.putArray("aliases");
    entity.aliases().forEach(aliases::add);
    entity.weak().forEach(aliases::add);
    json.put("from", stated ? "operators" : "files");
    return json.toPrettyString();
  }
}
