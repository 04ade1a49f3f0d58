package dev.dateline.enrich.knowledge.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Wikidata's JSON dump: one array with an item a line. What an item is, its properties tell.
 *
 * @see <a href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">the format</a>
 */
final class WikidataDump implements Lines.Reader {

  private static final String DATE_OF_BIRTH = "P569";
  private static final String OCCUPATION = "P106";
  private static final String POINT_IN_TIME = "P585";
  private static final String POSITION = "P625";
  private static final String POPULATION = "P1082";
  private static final String GEONAMES_ID = "P1566";
  private static final String COUNTRY_CODE = "P297";
  private static final String REGION_CODE = "P300";
  private static final String COUNTRY = "P17";
  private static final String CITIZENSHIP = "P27";
  private static final String MANUFACTURER = "P176";
  private static final String DEVELOPER = "P178";

  /** Headquarters, industry, chief executive, chairperson, legal form, number of employees. */
  private static final List<String> OF_ORGANIZATIONS =
      List.of("P159", "P452", "P169", "P488", "P1454", "P1128");

  private final EntityPool pool;
  private final KnownEntities known;
  private final ImportReport report;
  private final ObjectMapper mapper = new ObjectMapper();

  WikidataDump(EntityPool pool, KnownEntities known, ImportReport report) {
    this.pool = pool;
    this.known = known;
    this.report = report;
  }

  @Override
  public void read(String line) {
    String text = line.strip();
    if (text.equals("[") || text.equals("]")) {
      report.skip();
      return;
    }
    JsonNode item = parse(text.endsWith(",") ? text.substring(0, text.length() - 1) : text);
    String id = item.path("id").asText();
    if (!item.isObject() || id.isEmpty()) {
      throw new IllegalArgumentException("no item with an id");
    }
    JsonNode claims = item.path("claims");
    EntityType type = type(claims);
    if (!id.matches("Q[0-9]+") || type == null || item.path("labels").isEmpty()) {
      report.skip();
      return;
    }
    add(item, claims, type);
  }

  private JsonNode parse(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON object: " + e.getOriginalMessage(), e);
    }
  }

  private static @Nullable EntityType type(JsonNode claims) {
    if (claims.has(DATE_OF_BIRTH) || claims.has(OCCUPATION)) {
      return EntityType.PERSON;
    }
    if (claims.has(POPULATION)) {
      return EntityType.PLACE;
    }
    if (OF_ORGANIZATIONS.stream().anyMatch(claims::has)) {
      return EntityType.ORGANIZATION;
    }
    if (claims.has(POINT_IN_TIME)) {
      return EntityType.EVENT;
    }
    if (claims.has(POSITION)) {
      return EntityType.PLACE;
    }
    return claims.has(MANUFACTURER) || claims.has(DEVELOPER) ? EntityType.PRODUCT : null;
  }

  private void add(JsonNode item, JsonNode claims, EntityType type) {
    String english = item.at("/labels/en/value").asText();
    PooledEntity entity = pool.entity(id(item.path("id").asText(), claims, english, type), type);
    entity.prominence(60 + 28 * Math.log1p(item.path("sitelinks").size()));
    entity.country(country(claims));
    entity.coordinates(coordinates(value(claims, POSITION)));
    entity.population(population(claims));
    for (JsonNode label : item.path("labels")) {
      entity.name(language(label.path("language").asText()), label.path("value").asText());
    }
    for (JsonNode aliases : item.path("aliases")) {
      for (JsonNode alias : aliases) {
        entity.alias(alias.path("value").asText());
      }
    }
  }

  /** The id under which the entity is known already, or else that of the item. */
  private String id(String item, JsonNode claims, String english, EntityType type) {
    String own = "wikidata:" + item;
    String place = "geonames:" + value(claims, GEONAMES_ID).asText();
    String region = "iso3166:" + value(claims, REGION_CODE).asText();
    if (known.has(own)) {
      return own;
    }
    if (known.has(region)) {
      return region;
    }
    if (known.has(place)) {
      return place;
    }
    String local = english.isEmpty() ? null : known.localNamed(english, type);
    return local == null ? own : local;
  }

  private String country(JsonNode claims) {
    String code = value(claims, COUNTRY_CODE).asText();
    if (code.matches("[A-Z]{2}")) {
      return code;
    }
    JsonNode country = value(claims, claims.has(COUNTRY) ? COUNTRY : CITIZENSHIP);
    return known.country("wikidata:" + country.path("id").asText());
  }

  private static @Nullable Coordinates coordinates(JsonNode position) {
    JsonNode latitude = position.path("latitude");
    JsonNode longitude = position.path("longitude");
    return latitude.isNumber() && longitude.isNumber()
        ? new Coordinates(latitude.asDouble(), longitude.asDouble())
        : null;
  }

  private static int population(JsonNode claims) {
    String amount = value(claims, POPULATION).path("amount").asText();
    return amount.matches("\\+?[0-9]{1,10}")
        ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(amount.replace("+", "")))
        : 0;
  }

  /** The value of a property: of the preferred statement, or else of the first one that has one. */
  private static JsonNode value(JsonNode claims, String property) {
    JsonNode found = claims.path("no value");
    for (JsonNode statement : claims.path(property)) {
      JsonNode value = statement.at("/mainsnak/datavalue/value");
      boolean preferred = statement.path("rank").asText().equals("preferred");
      if (!value.isMissingNode() && (preferred || found.isMissingNode())) {
        found = value;
      }
    }
    return found;
  }

  /** BCP 47 of the language codes that Wikimedia has of its own. */
  private static String language(String code) {
    return switch (code) {
      case "zh-hans", "zh-cn" -> "zh";
      case "zh-hant", "zh-tw" -> "zh-Hant";
      case "sr-ec" -> "sr";
      case "sr-el" -> "sr-Latn";
      case "no" -> "nb";
      default -> code;
    };
  }
}
