package dev.dateline.training.knowledge;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.NameLanguages;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entities that the sources have told of so far, by id. Later sources add to earlier ones. */
final class Drafts {

  /** An entity that is still being collected. */
  static final class Draft {
    final String id;
    EntityType type;
    String country = "";
    @Nullable Coordinates coordinates;
    int population;
    int prominence;
    final TreeMap<String, String> names = new TreeMap<>();
    final Set<String> aliases = new LinkedHashSet<>();

    Draft(String id, EntityType type) {
      this.id = id;
      this.type = type;
    }

    /** Adds a canonical name; where the language has one already, an alias. */
    void name(String language, String name) {
      if (!NameLanguages.isKept(language)) {
        return;
      }
      String before = names.putIfAbsent(language, name);
      if (before != null && !before.equals(name)) {
        aliases.add(name);
      }
    }

    /** Sets a canonical name; the one before it becomes an alias. */
    void rename(String language, String name) {
      if (!NameLanguages.isKept(language)) {
        throw new IllegalArgumentException("Language " + language + " is not kept: " + name);
      }
      String before = names.put(language, name);
      if (before != null && !before.equals(name)) {
        aliases.add(before);
      }
    }
  }

  private final Map<String, Draft> byId = new LinkedHashMap<>();

  Draft of(String id, EntityType type) {
    return byId.computeIfAbsent(id, key -> new Draft(key, type));
  }

  @Nullable Draft find(String id) {
    return byId.get(id);
  }

  Collection<Draft> all() {
    return byId.values();
  }

  List<EntityDraft> finish() {
    List<EntityDraft> finished = new ArrayList<>();
    for (Draft draft : byId.values()) {
      EntityDraft.screened(
              draft.id,
              draft.type,
              draft.country,
              draft.coordinates,
              draft.population,
              draft.prominence,
              draft.names,
              draft.aliases)
          .ifPresent(finished::add);
    }
    return finished;
  }
}
