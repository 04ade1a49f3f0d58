package dev.dateline.enrich.knowledge;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What operators say of single entities. Immutable.
 *
 * @param entities by id, wholly as they are to be
 * @param removed ids of those that are not to be found
 */
public record Corrections(Map<String, EntityDraft> entities, Set<String> removed) {

  /** Operators have said nothing. */
  public static final Corrections NONE = new Corrections(Map.of(), Set.of());

  public Corrections {
    entities = Map.copyOf(entities);
    removed = Set.copyOf(removed);
  }

  Collection<EntityDraft> drafts() {
    return entities.values();
  }
}
