package dev.dateline.training.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.TarArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The values that gofeed's tests expect of feeds, of the fields that Dateline reads: both of its
 * native models and of its unified one.
 *
 * @param feed bytes of the feed
 * @param values expected value by field; fields of an item begin with its number, as {@code
 *     0.title}
 */
record FeedGold(String name, byte[] feed, Map<String, String> values) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All feeds of the set for which values are expected. */
  static List<FeedGold> read(Path data) {
    SortedMap<String, byte[]> files =
        TarArchive.readBytes(PublicSet.GOFEED.archives(data).get(0), name -> !name.contains("ext"));
    List<FeedGold> gold = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          String stem = name.substring(0, name.lastIndexOf('.'));
          byte[] expected =
              files.get(name.endsWith(".xml") ? stem + ".json" : stem + "_expected.json");
          if (expected != null) {
            gold.add(new FeedGold(name, bytes, values(expected)));
          }
        });
    return gold;
  }

  private static Map<String, String> values(byte[] expected) {
    try {
      JsonNode root = JSON.readTree(expected);
      Map<String, String> values = new TreeMap<>();
      put(values, "title", root.path("title"));
      put(
          values,
          "link",
          root.has("home_page_url") ? root.path("home_page_url") : root.path("link"));
      put(values, "language", root.path("language"));
      JsonNode items = root.has("items") ? root.path("items") : root.path("entries");
      for (int i = 0; i < items.size(); i++) {
        item(values, i + ".", items.get(i));
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void item(Map<String, String> values, String at, JsonNode item) {
    put(values, at + "title", item.path("title"));
    put(values, at + "url", first(item, "link", "url"));
    put(values, at + "summary", first(item, "description", "summary"));
    JsonNode content = first(item, "content", "content_html", "content_text");
    put(values, at + "content", content.isObject() ? content.path("value") : content);
    JsonNode id = first(item, "guid", "id");
    put(values, at + "id", id.isObject() ? id.path("value") : id);
    time(
        values,
        at + "published",
        first(item, "publishedParsed", "pubDateParsed", "date_published"));
    time(values, at + "updated", first(item, "updatedParsed", "date_modified"));
    JsonNode author = item.has("authors") ? item.path("authors").path(0) : item.path("author");
    put(values, at + "author", author.isObject() ? first(author, "name", "email") : author);
    list(values, at + "categories", first(item, "categories", "tags"), "label", "value", "term");
    list(values, at + "enclosures", first(item, "enclosures", "attachments"), "url");
  }

  private static JsonNode first(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isContainerNode() ? !value.isEmpty() : !value.asText().isEmpty()) {
        return value;
      }
    }
    return node.path(names[0]);
  }

  private static void put(Map<String, String> values, String field, JsonNode value) {
    if (value.isValueNode() && !value.asText().isBlank()) {
      values.put(field, value.asText());
    }
  }

  private static void time(Map<String, String> values, String field, JsonNode value) {
    if (value.asText().isEmpty()) {
      return;
    }
    try {
      values.put(field, Instant.parse(value.asText()).toString());
    } catch (DateTimeParseException e) {
      values.put(field, value.asText());
    }
  }

  private static void list(
      Map<String, String> values, String field, JsonNode list, String... names) {
    List<String> texts =
        StreamSupport.stream(list.spliterator(), false)
            .map(one -> one.isObject() ? first(one, names).asText() : one.asText())
            .filter(text -> !text.isEmpty())
            .toList();
    if (!texts.isEmpty()) {
      values.put(field, String.join("\n", texts));
    }
  }
}
