package dev.dateline.training.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Companies of the name-suggestion-index that the news may name, with their Wikidata ids. */
final class Brands {

  /** Kinds of companies that are in the news even where they work in one country only. */
  private static final Set<String> NEWSWORTHY =
      Set.of(
          "brands/amenity/bank",
          "brands/amenity/fuel",
          "brands/office/insurance",
          "brands/office/financial",
          "brands/office/it",
          "brands/office/telecommunication",
          "brands/shop/car",
          "brands/shop/supermarket",
          "brands/shop/mobile_phone",
          "brands/shop/telecommunication",
          "brands/shop/truck",
          "brands/shop/motorcycle",
          "operators/amenity/post_office",
          "operators/power/line",
          "operators/power/plant",
          "operators/man_made/pipeline",
          "operators/office/telecommunication",
          "transit/route/train");

  private static final int WIDESPREAD = 4;

  private final Drafts drafts;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> idsByLabel = new HashMap<>();

  Brands(Drafts drafts) {
    this.drafts = drafts;
  }

  /** Reads what the package says about Wikidata: label and description by id. */
  void readLabels(Path sources) throws IOException {
    JsonNode items =
        Json.read(sources.resolve("name-suggestion-index/dist/wikidata/wikidata.min.json"))
            .get("wikidata");
    items
        .properties()
        .forEach(
            field -> {
              String label = field.getValue().path("label").asText("");
              if (!label.isEmpty()) {
                labels.put(field.getKey(), label);
                // An ambiguous label names no id.
                idsByLabel.merge(label, field.getKey(), (one, other) -> "");
              }
            });
  }

  /** Wikidata id whose only bearer in the package has this English label. */
  @Nullable String idOfLabel(String label) {
    String id = idsByLabel.get(label);
    return id == null || id.isEmpty() ? null : id;
  }

  void read(Path sources) throws IOException {
    JsonNode categories =
        Json.read(sources.resolve("name-suggestion-index/dist/json/nsi.min.json")).get("nsi");
    categories
        .properties()
        .forEach(
            category -> {
              String path = category.getKey();
              if (path.startsWith("flags/")
                  || (path.startsWith("transit/") && !NEWSWORTHY.contains(path))) {
                return;
              }
              for (JsonNode item : category.getValue().get("items")) {
                readItem(path, item);
              }
            });
  }

  private void readItem(String path, JsonNode item) {
    JsonNode tags = item.get("tags");
    String key =
        path.startsWith("brands/") ? "brand" : path.startsWith("transit/") ? "network" : "operator";
    String wikidata = tags.path(key + ":wikidata").asText("");
    String name = tags.path(key).asText("");
    String label = labels.getOrDefault(wikidata, name);
    int reach = reach(item);
    if (!wikidata.matches("Q[0-9]+")
        || name.isEmpty()
        || (reach < WIDESPREAD && !NEWSWORTHY.contains(path))) {
      return;
    }
    Drafts.Draft brand = drafts.of("wikidata:" + wikidata, EntityType.ORGANIZATION);
    if (brand.type != EntityType.ORGANIZATION) {
      return;
    }
    int newsworthy = NEWSWORTHY.contains(path) ? 15 : 0;
    brand.prominence =
        Math.max(brand.prominence, Math.min(150, 80 + newsworthy + (reach > 100 ? 40 : reach)));
    brand.name("en", label.replaceAll("\\s*\\([^)]*\\)$", ""));
    brand.aliases.add(name);
    tags.properties()
        .forEach(
            tag -> {
              if (tag.getKey().startsWith(key + ":")
                  && tag.getKey()
                      .substring(key.length() + 1)
                      .matches("[a-z]{2}(-[A-Z][a-z]{3})?")) {
                brand.name(tag.getKey().substring(key.length() + 1), tag.getValue().asText());
              }
            });
  }

  /** How many countries the locations include; 999 where it is the whole world. */
  private static int reach(JsonNode item) {
    JsonNode include = item.at("/locationSet/include");
    int countries = 0;
    for (JsonNode place : include) {
      if (place.asText().equals("001")) {
        return 999;
      }
      countries += place.asText().matches("[0-9]{3}") ? 5 : 1;
    }
    return countries;
  }
}
