package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity on its way into a knowledge file.
 *
 * @param id CURIE
 * @param country ISO 3166-1 alpha-2 of the country that it is or lies in, empty if none
 * @param population people who live there, 0 where unknown or without meaning
 * @param prominence how likely a name in the news means this entity, 0 to 255
 * @param names canonical name by language tag; {@code en} is the English name
 * @param aliases further names, of any language
 * @param weak names that are common words as well: they count only beside other evidence
 */
public record EntityDraft(
    String id,
    EntityType type,
    String country,
    @Nullable Coordinates coordinates,
    int population,
    int prominence,
    SortedMap<String, String> names,
    List<String> aliases,
    List<String> weak) {

  public EntityDraft {
    if (!id.contains(":") || id.contains(" ")) {
      throw new IllegalArgumentException("Not a CURIE: '" + id + "'");
    }
    if (prominence < 0 || prominence > 255) {
      throw new IllegalArgumentException("Prominence of " + id + " out of 0..255: " + prominence);
    }
    if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("Country of " + id + " is no ISO 3166-1 code: " + country);
    }
    names = new TreeMap<>(Map.copyOf(names));
    aliases = List.copyOf(aliases);
    weak = List.copyOf(weak);
  }

  /** Whether an id from outside can be one: a prefix, a colon, some ASCII without spaces. */
  public static boolean isCurie(String id) {
    return id.matches("[a-z][a-z0-9-]*:[!-~]{1,200}");
  }

  /**
   * An entity as a source tells of it: names that cannot be looked for are left out, and those that
   * are common words as well count as weak.
   *
   * @param names canonical name by language tag
   * @param aliases further names
   * @return empty where no usable name is left
   */
  public static Optional<EntityDraft> screened(
      String id,
      EntityType type,
      String country,
      @Nullable Coordinates coordinates,
      int population,
      int prominence,
      SortedMap<String, String> names,
      Collection<String> aliases) {
    Set<String> usable = new LinkedHashSet<>();
    Set<String> weak = new LinkedHashSet<>();
    TreeMap<String, String> canonical = new TreeMap<>(names);
    canonical.values().removeIf(name -> !UsableNames.isUsable(name));
    Stream.concat(canonical.values().stream(), aliases.stream().filter(UsableNames::isUsable))
        .forEach(name -> (CommonWords.isWeak(name, type, prominence) ? weak : usable).add(name));
    if (canonical.isEmpty() && usable.isEmpty() && weak.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EntityDraft(
            id,
            type,
            country,
            coordinates,
            population,
            prominence,
            canonical,
            List.copyOf(usable),
            List.copyOf(weak)));
  }

  /** What this says, and what else another source says of the same id. */
  EntityDraft over(EntityDraft other) {
    TreeMap<String, String> canonical = new TreeMap<>(other.names);
    canonical.putAll(names);
    Set<String> every = new LinkedHashSet<>(aliases);
    every.addAll(other.aliases);
    every.addAll(other.names.values());
    canonical.values().forEach(every::remove);
    Set<String> common = new LinkedHashSet<>(weak);
    common.addAll(other.weak);
    return new EntityDraft(
        id,
        type,
        country.isEmpty() ? other.country : country,
        coordinates == null ? other.coordinates : coordinates,
        population > 0 ? population : other.population,
        Math.max(prominence, other.prominence),
        canonical,
        List.copyOf(every),
        List.copyOf(common));
  }
}
