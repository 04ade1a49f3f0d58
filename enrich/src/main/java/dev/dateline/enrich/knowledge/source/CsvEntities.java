package dev.dateline.enrich.knowledge.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entity a line, comma separated (RFC 4180, without line breaks in fields), with a header:
 * {@code id, type}, {@code name} (English) or {@code name:TAG} for each language or both, and where
 * wanted {@code aliases} (parted by a bar), {@code country} (ISO 3166-1 alpha-2), {@code latitude,
 * longitude}, {@code population}, {@code prominence} (0 to 255).
 */
final class CsvEntities implements Lines.Reader {

  /** Notable enough to be found without further evidence. */
  private static final String PROMINENCE = "130";

  private static final String NAME = "name:";

  private final EntityPool pool;
  private final ObjectReader parser =
      new CsvMapper().readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY);
  private Columns columns = Columns.NONE;

  CsvEntities(EntityPool pool) {
    this.pool = pool;
  }

  @Override
  public void read(String line) {
    List<String> fields = fields(line);
    if (columns == Columns.NONE) {
      columns = Columns.of(fields, List.of("id", "type"));
      return;
    }
    columns.check(fields);
    String id = columns.get(fields, "id");
    if (!EntityDraft.isCurie(id)) {
      throw new IllegalArgumentException("id '" + id + "' is not written prefix:name in ASCII");
    }
    String country = columns.get(fields, "country");
    if (!country.matches("([A-Z]{2})?")) {
      throw new IllegalArgumentException("country '" + country + "' is no ISO 3166-1 code");
    }
    int population = number(fields, "population", "0", Integer.MAX_VALUE);
    int prominence = number(fields, "prominence", PROMINENCE, 255);
    Coordinates coordinates = coordinates(fields);
    PooledEntity entity = pool.entity(id, type(columns.get(fields, "type")));
    entity.country(country);
    entity.population(population);
    entity.prominence(prominence);
    entity.coordinates(coordinates);
    addNames(fields, entity);
  }

  private List<String> fields(String line) {
    try (MappingIterator<List<String>> rows = parser.readValues(line)) {
      return rows.hasNextValue() ? rows.nextValue() : List.of();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no CSV: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addNames(List<String> fields, PooledEntity entity) {
    for (String column : columns.names()) {
      String name = columns.get(fields, column);
      if (name.isEmpty()) {
        continue;
      }
      if (column.equals("name")) {
        entity.name("en", name);
      } else if (column.startsWith(NAME)) {
        entity.name(column.substring(NAME.length()), name);
      } else if (column.equals("aliases")) {
        for (String alias : name.split("\\|")) {
          entity.alias(alias.strip());
        }
      }
    }
  }

  private static EntityType type(String name) {
    for (EntityType type : EntityType.values()) {
      if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "type '" + name + "' is none of " + List.of(EntityType.values()));
  }

  private int number(List<String> fields, String column, String absent, int most) {
    String value = columns.get(fields, column);
    try {
      int number = Integer.parseInt(value.isEmpty() ? absent : value);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As wrong as a number that is out of bounds.
    }
    throw new IllegalArgumentException(
        column + " '" + value + "' is no whole number from 0 to " + most);
  }

  private @Nullable Coordinates coordinates(List<String> fields) {
    String latitude = columns.get(fields, "latitude");
    String longitude = columns.get(fields, "longitude");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return null;
    }
    return Coordinates.parse(latitude, longitude);
  }
}
