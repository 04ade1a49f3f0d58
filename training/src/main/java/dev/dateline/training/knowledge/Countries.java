package dev.dateline.training.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Countries, territories, continents and unions: ids and borders from country-coder, names from
 * CLDR.
 */
final class Countries {

  private static final int COUNTRY = 245;
  private static final int TERRITORY = 170;
  private static final int CONTINENT = 215;
  private static final int PART_OF_THE_WORLD = 120;

  /** UN M49 codes of the continents. */
  private static final Set<String> CONTINENTS =
      Set.of("002", "003", "005", "009", "019", "142", "150");

  /**
   * Groups of the statistics office that no text names so: Western Africa as 011 and the like do.
   */
  private static final Set<String> NOT_NAMED = Set.of("001", "053", "ZZ", "QO", "XA", "XB", "EZ");

  private final Drafts drafts;
  private final Map<String, Drafts.Draft> byCode = new HashMap<>();
  private final List<Drafts.Draft> parts = new ArrayList<>();

  Countries(Drafts drafts) {
    this.drafts = drafts;
  }

  void readCountryCoder(Path sources) throws IOException {
    JsonNode features =
        Json.read(sources.resolve("country-coder/src/data/borders.json")).get("features");
    for (JsonNode feature : features) {
      readFeature(feature);
    }
  }

  private void readFeature(JsonNode feature) {
    JsonNode properties = feature.get("properties");
    String alpha2 = properties.path("iso1A2").asText("");
    String m49 = properties.path("m49").asText("");
    String wikidata = properties.path("wikidata").asText("");
    if (wikidata.isEmpty() || NOT_NAMED.contains(alpha2) || NOT_NAMED.contains(m49)) {
      return;
    }
    boolean union = alpha2.equals("EU") || alpha2.equals("UN");
    Drafts.Draft draft =
        drafts.of("wikidata:" + wikidata, union ? EntityType.ORGANIZATION : EntityType.PLACE);
    boolean country = alpha2.matches("[A-Z]{2}") && !union;
    boolean sovereign = country && !properties.has("country");
    if (country) {
      draft.country = alpha2;
    } else if (properties.has("country")) {
      draft.country = properties.get("country").asText();
      parts.add(draft);
    }
    draft.prominence = prominence(m49, union || sovereign, properties);
    draft.coordinates = center(feature.path("geometry"));
    draft.aliases.add(properties.get("nameEn").asText());
    register(alpha2, draft);
    register(m49, draft);
    for (JsonNode alias : properties.path("aliases")) {
      register(alias.asText(), draft);
    }
  }

  private static int prominence(String m49, boolean sovereign, JsonNode properties) {
    if (CONTINENTS.contains(m49)) {
      return CONTINENT;
    }
    if (sovereign) {
      return COUNTRY;
    }
    String level = properties.path("level").asText("");
    return level.equals("territory") || properties.has("iso1A2") ? TERRITORY : PART_OF_THE_WORLD;
  }

  private void register(String code, Drafts.Draft draft) {
    if (!code.isEmpty()) {
      byCode.putIfAbsent(code, draft);
    }
  }

  /**
   * The country or part of a country with an ISO 3166 code such as {@code GB} or {@code GB-SCT}.
   */
  Drafts.@Nullable Draft find(String code) {
    return byCode.get(code);
  }

  void readLocaleNames(Path sources) throws IOException {
    JsonNode english =
        Json.read(sources.resolve("cldr-localenames-full/main/en/territories.json"))
            .at("/main/en/localeDisplayNames/territories");
    // Denmark is a part of the Kingdom of Denmark, and what the name in the news means.
    for (Drafts.Draft part : parts) {
      if (part.aliases.contains(english.path(part.country).asText())) {
        part.prominence = COUNTRY;
        byCode.get(part.country).prominence = PART_OF_THE_WORLD;
        byCode.put(part.country, part);
      }
    }
    try (Stream<Path> locales = Files.list(sources.resolve("cldr-localenames-full/main"))) {
      for (Path locale : locales.sorted().toList()) {
        String tag = locale.getFileName().toString();
        if (!tag.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?")
            || !Files.exists(locale.resolve("territories.json"))) {
          continue;
        }
        JsonNode territories =
            Json.read(locale.resolve("territories.json"))
                .at("/main/" + tag + "/localeDisplayNames/territories");
        readTerritories(tag, territories);
      }
    }
  }

  private void readTerritories(String language, JsonNode territories) {
    territories
        .properties()
        .forEach(
            field -> {
              String code = field.getKey();
              String name = field.getValue().asText();
              int variant = code.indexOf("-alt-");
              Drafts.Draft draft = byCode.get(variant < 0 ? code : code.substring(0, variant));
              if (draft == null
                  || name.equals(code)
                  || name.matches("[0-9A-Z]{2,3}") && variant < 0) {
                return;
              }
              if (variant < 0) {
                draft.name(language, name);
              } else {
                draft.aliases.add(name);
              }
            });
  }

  /** Middle of the largest piece of land. */
  private static @Nullable Coordinates center(JsonNode geometry) {
    double largest = 0;
    Coordinates center = null;
    for (JsonNode polygon : geometry.path("coordinates")) {
      JsonNode ring = polygon.path(0);
      double area = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i + 1 < ring.size(); i++) {
        double x0 = ring.get(i).get(0).asDouble();
        double y0 = ring.get(i).get(1).asDouble();
        double x1 = ring.get(i + 1).get(0).asDouble();
        double y1 = ring.get(i + 1).get(1).asDouble();
        double cross = x0 * y1 - x1 * y0;
        area += cross;
        x += (x0 + x1) * cross;
        y += (y0 + y1) * cross;
      }
      if (Math.abs(area) > largest) {
        largest = Math.abs(area);
        center = new Coordinates(y / (3 * area), x / (3 * area));
      }
    }
    return center;
  }
}
