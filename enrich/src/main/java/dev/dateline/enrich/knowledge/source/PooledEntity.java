package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.NameLanguages;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entity that an import has met, and what it has told of it so far. */
final class PooledEntity {

  /** More names than this are noise. */
  private static final int MOST_ALIASES = 1_000;

  private static final int MOST_PROMINENT = 255;

  private final String id;
  private final EntityType type;
  private final TreeMap<String, String> names = new TreeMap<>();
  private final Set<String> aliases = new LinkedHashSet<>();
  private String country = "";
  private @Nullable Coordinates coordinates;
  private int population;
  private int prominence;

  PooledEntity(String id, EntityType type) {
    this.id = id;
    this.type = type;
  }

  String id() {
    return id;
  }

  int prominence() {
    return prominence;
  }

  int languages() {
    return names.size();
  }

  int aliases() {
    return aliases.size();
  }

  /** Adds a canonical name; where the language has one already, an alias. */
  void name(String language, String name) {
    if (NameLanguages.isKept(language)) {
      String before = names.putIfAbsent(language, name);
      if (before != null && !before.equals(name)) {
        alias(name);
      }
    }
  }

  /** Sets a canonical name; the one before it becomes an alias. */
  void preferredName(String language, String name) {
    if (NameLanguages.isKept(language)) {
      String before = names.put(language, name);
      if (before != null && !before.equals(name)) {
        alias(before);
      }
    }
  }

  void alias(String name) {
    if (aliases.size() < MOST_ALIASES) {
      aliases.add(name);
    }
  }

  /** Takes an ISO 3166-1 alpha-2 code; an empty one changes nothing. */
  void country(String code) {
    country = code.isEmpty() ? country : code;
  }

  /** Takes a place on Earth; null changes nothing. */
  void coordinates(@Nullable Coordinates where) {
    coordinates = where == null ? coordinates : where;
  }

  void population(int people) {
    population = Math.max(population, people);
  }

  /** Takes it where it is more than was known before. */
  void prominence(double value) {
    prominence = Math.max(prominence, (int) Math.min(MOST_PROMINENT, Math.max(0, value)));
  }

  Optional<EntityDraft> draft() {
    return EntityDraft.screened(
        id, type, country, coordinates, population, prominence, names, aliases);
  }
}
