package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known already: an entity that a source brings under another id keeps the id that it has,
 * so that it does not become its own namesake.
 */
final class KnownEntities {

  private static final String LOCAL = "dateline:";

  private final Knowledge knowledge;
  private final NameKeys keys = new NameKeys();

  KnownEntities(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  boolean has(String id) {
    return knowledge.find(id) >= 0;
  }

  /** ISO 3166-1 alpha-2 code of a country by its id; empty where it is not known. */
  String country(String id) {
    int entity = knowledge.find(id);
    return entity < 0 ? "" : knowledge.country(entity);
  }

  /** The id of the only entity of a type with this name; null where there is none, or several. */
  @Nullable String named(String name, EntityType type) {
    TreeSet<String> ids = new TreeSet<>();
    knowledge.lookUp(
        keys.key(name),
        (entity, known, weak) -> {
          if (known.equals(name) && knowledge.type(entity) == type) {
            ids.add(knowledge.id(entity));
          }
        });
    return ids.size() == 1 ? ids.first() : null;
  }

  /** The same, where that entity has a local id, for which a better one was not known. */
  @Nullable String localNamed(String name, EntityType type) {
    String id = named(name, type);
    return id != null && id.startsWith(LOCAL) ? id : null;
  }
}
