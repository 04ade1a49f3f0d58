package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.knowledge.UsableNames;
import dev.dateline.enrich.stage.Coordinates;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of GeoNames' main tables.
 *
 * @param id number in GeoNames
 * @param name as GeoNames writes it, mostly in English
 * @param aliases the same in ASCII, and alternate names of any language
 * @param featureClass {@code P} for a populated place
 * @param feature such as {@code PPLC} for a capital
 * @param country ISO 3166-1 alpha-2; empty if none
 * @see <a href="https://download.geonames.org/export/dump/readme.txt">the format</a>
 */
public record GeoNamesPlace(
    String id,
    String name,
    List<String> aliases,
    Coordinates coordinates,
    String featureClass,
    String feature,
    String country,
    int population) {

  static final int FIELDS = 19;

  /** Parts of a city, abandoned and destroyed places. */
  private static final Set<String> NO_CITIES = Set.of("PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH");

  private static final int LEAST_FIELDS = 15;

  public GeoNamesPlace {
    aliases = List.copyOf(aliases);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException where it is no such line; the message says why
   */
  public static GeoNamesPlace parse(String line) {
    String[] field = line.split("\t", -1);
    if (field.length < LEAST_FIELDS) {
      throw new IllegalArgumentException(field.length + " fields instead of " + FIELDS);
    }
    if (!field[0].matches("[0-9]+") || field[1].isBlank()) {
      throw new IllegalArgumentException("no number and name in the first two fields");
    }
    List<String> aliases =
        Stream.concat(
                Stream.of(field[2]),
                Stream.of(field[3].split(","))
                    .filter(name -> !name.isBlank() && !UsableNames.isMachineMade(name))
                    .map(String::strip))
            .filter(name -> !name.isEmpty())
            .toList();
    return new GeoNamesPlace(
        field[0],
        field[1],
        aliases,
        Coordinates.parse(field[4], field[5]),
        field[6],
        field[7],
        field[8].matches("[A-Z]{2}") ? field[8] : "",
        field[14].isEmpty() ? 0 : people(field[14]));
  }

  private static int people(String value) {
    try {
      return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("population '" + value + "' is no whole number", e);
    }
  }

  /** CURIE of the place. */
  public String curie() {
    return "geonames:" + id;
  }

  /** Whether it is a city, town or village that people live in. */
  public boolean isCity() {
    return featureClass.equals("P") && !NO_CITIES.contains(feature);
  }

  /** A town of 15,000 has 104, a city of a million 150, a capital of a million 200. */
  public int prominence() {
    int size = (int) Math.round(25 * Math.log10(Math.max(population, 1_000)));
    return Math.min(220, size + (feature.equals("PPLC") ? 50 : 0));
  }
}
