package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
}
