package dev.dateline.enrich.knowledge.source;

import dev.dateline.enrich.stage.EntityType;
import java.util.Set;

/**
 * GeoNames: lines of the main tables, and of {@code alternateNamesV2.txt} with names by language
 * for places that were read before. Only places that people live in are kept.
 *
 * @see <a href="https://download.geonames.org/export/dump/readme.txt">the format</a>
 */
final class GeoNames implements Lines.Reader {

  /** Codes in place of a language that say that the name is none. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "link", "post", "iata", "icao", "faac", "unlc", "wkdt", "tcid", "phon", "piny", "abbr");

  private final EntityPool pool;
  private final ImportReport report;

  GeoNames(EntityPool pool, ImportReport report) {
    this.pool = pool;
    this.report = report;
  }

  @Override
  public void read(String line) {
    if (line.startsWith("#")) {
      return;
    }
    if (line.chars().filter(c -> c == '\t').count() < GeoNamesPlace.FIELDS - 1) {
      readAlternateName(line);
      return;
    }
    GeoNamesPlace place = GeoNamesPlace.parse(line);
    if (!place.isCity()) {
      report.skip();
      return;
    }
    PooledEntity city = pool.entity(place.curie(), EntityType.PLACE);
    city.prominence(place.prominence());
    city.country(place.country());
    city.coordinates(place.coordinates());
    city.population(place.population());
    city.name("en", place.name());
    place.aliases().forEach(city::alias);
  }

  private void readAlternateName(String line) {
    String[] field = line.split("\t", -1);
    if (field.length < 4 || !field[0].matches("[0-9]+") || !field[1].matches("[0-9]+")) {
      throw new IllegalArgumentException(
          "neither a place of " + GeoNamesPlace.FIELDS + " fields nor an alternate name");
    }
    PooledEntity city = pool.find("geonames:" + field[1]);
    if (city == null || NO_NAMES.contains(field[2]) || isOld(field)) {
      report.skip();
      return;
    }
    String name = field[3].strip();
    if (field[2].isEmpty()) {
      city.alias(name);
    } else if (isSet(field, 4)) {
      city.preferredName(field[2], name);
    } else if (isSet(field, 5) || isSet(field, 6)) {
      city.alias(name);
    } else {
      city.name(field[2], name);
    }
  }

  /** Whether nobody uses the name any more. */
  private static boolean isOld(String[] field) {
    return isSet(field, 7);
  }

  private static boolean isSet(String[] field, int flag) {
    return field.length > flag && field[flag].equals("1");
  }
}
