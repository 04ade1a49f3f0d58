package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.stage.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entities of an import, in bounded memory: when there are too many, the most prominent ones
 * stay.
 */
final class EntityPool {

  /** How much more than the limit may lie here before the pool is sorted out. */
  private static final double SLACK = 1.25;

  private final int most;
  private final Map<String, PooledEntity> byId = new LinkedHashMap<>();
  private long leftOut;

  EntityPool(int most) {
    this.most = most;
  }

  /** The entity with this id, which is made where it is not here. */
  PooledEntity entity(String id, EntityType type) {
    PooledEntity known = byId.get(id);
    if (known != null) {
      return known;
    }
    if (byId.size() >= most * SLACK) {
      sortOut();
    }
    PooledEntity made = new PooledEntity(id, type);
    byId.put(id, made);
    return made;
  }

  @Nullable PooledEntity find(String id) {
    return byId.get(id);
  }

  private void sortOut() {
    List<PooledEntity> entities = new ArrayList<>(byId.values());
    entities.sort(
        Comparator.comparingInt((PooledEntity entity) -> -entity.prominence())
            .thenComparing(PooledEntity::id));
    for (PooledEntity entity : entities.subList(Math.min(most, entities.size()), entities.size())) {
      byId.remove(entity.id());
      leftOut++;
    }
  }

  /** How many entities gave way to more prominent ones. */
  long leftOut() {
    return leftOut;
  }

  /** The entities that have a usable name. */
  List<EntityDraft> drafts() {
    sortOut();
    return byId.values().stream().map(PooledEntity::draft).flatMap(Optional::stream).toList();
  }
}
