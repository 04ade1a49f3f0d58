package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.ingest.feed.Enclosure;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feed as {@code dateline feed} prints it. */
public final class FeedJson {

  private FeedJson() {}

  /**
   * @param field {@code path} or {@code url}
   * @param place where the feed was read from
   */
  public static ObjectNode of(String field, String place, Feed feed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(field, place);
    json.put("title", feed.title());
    json.put("link", feed.link());
    json.put("language", feed.language());
    ArrayNode items = json.putArray("items");
    feed.items().forEach(item -> items.add(item(item)));
    return json;
  }

  private static ObjectNode item(FeedItem item) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", item.id());
    json.put("url", item.url());
    json.put("title", item.title());
    json.put("author", item.author());
    ArrayNode authors = json.putArray("authors");
    item.authors().forEach(authors::add);
    json.put("published", text(item.published()));
    json.put("updated", text(item.updated()));
    json.put("summary", item.summary());
    json.put("content", item.content());
    ArrayNode categories = json.putArray("categories");
    item.categories().forEach(categories::add);
    ArrayNode enclosures = json.putArray("enclosures");
    item.enclosures().forEach(enclosure -> enclosures.add(enclosure(enclosure)));
    return json;
  }

  private static ObjectNode enclosure(Enclosure enclosure) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("url", enclosure.url())
        .put("type", enclosure.type())
        .put("length", enclosure.length());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
