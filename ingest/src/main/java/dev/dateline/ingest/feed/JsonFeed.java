package dev.dateline.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org), item by item, so that a cut costs only what is behind it.
 */
final class JsonFeed {

  private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

  private @Nullable String title;
  private @Nullable String link;
  private @Nullable String language;
  private List<String> authors = List.of();
  private @Nullable String hub;
  private @Nullable String self;
  private final List<JsonNode> items = new ArrayList<>();
  private boolean known;

  private JsonFeed() {}

  static Feed read(String text, @Nullable String address) throws UnreadableFeedException {
    JsonFeed feed = new JsonFeed();
    String trouble = "";
    try (JsonParser parser = JSON.createParser(text)) {
      feed.read(parser);
    } catch (IOException e) {
      trouble = " It is also broken: " + e.getMessage().lines().findFirst().orElse("") + ".";
    }
    if (!feed.known) {
      throw new UnreadableFeedException(
          "It is JSON, but no JSON Feed: it has neither a version nor items." + trouble);
    }
    return new Feed(
        feed.title,
        feed.link,
        feed.language,
        null,
        feed.hub,
        feed.self,
        feed.items.stream().map(item -> feed.item(item, address)).toList());
  }

  private void read(JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        known = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode item = parser.readValueAsTree();
          if (item.isObject()) {
            items.add(item);
          }
        }
        continue;
      }
      JsonNode node = parser.readValueAsTree();
      switch (name) {
        case "version" -> known |= node.asText().contains("jsonfeed.org");
        case "title" -> title = text(node);
        case "home_page_url" -> link = text(node);
        case "language" -> language = text(node);
        case "author" -> authors = FeedValues.firstOf(authors.stream(), name(node));
        case "feed_url" -> self = text(node);
        case "hubs" -> hub = text(node.path(0).path("url"));
        case "authors" -> authors = FeedValues.firstOf(names(node), authors.stream());
        default -> {}
      }
    }
  }

  private FeedItem item(JsonNode item, @Nullable String address) {
    List<Enclosure> attachments =
        each(item.path("attachments"))
            .flatMap(attachment -> Stream.ofNullable(enclosure(attachment, address)))
            .toList();
    return new FeedItem(
        text(item.path("id")),
        resolve(address, FeedValues.first(text(item.path("url")), text(item.path("external_url")))),
        text(item.path("title")),
        FeedValues.firstOf(
            names(item.path("authors")), name(item.path("author")), authors.stream()),
        FeedValues.time(text(item.path("date_published"))),
        FeedValues.time(text(item.path("date_modified"))),
        text(item.path("summary")),
        FeedValues.first(text(item.path("content_html")), text(item.path("content_text"))),
        each(item.path("tags")).map(JsonFeed::text).filter(Objects::nonNull).toList(),
        attachments,
        image(item, attachments, address));
  }

  /** The main picture; else one that is attached, or the one that is to stand over the text. */
  private static @Nullable String image(
      JsonNode item, List<Enclosure> attachments, @Nullable String address) {
    String attached =
        attachments.stream()
            .filter(Enclosure::isImage)
            .map(Enclosure::url)
            .findFirst()
            .orElse(null);
    return FeedValues.first(
        resolve(address, text(item.path("image"))),
        attached,
        resolve(address, text(item.path("banner_image"))));
  }

  private static Stream<String> names(JsonNode authors) {
    return each(authors).flatMap(JsonFeed::name);
  }

  private static Stream<String> name(JsonNode author) {
    return Stream.ofNullable(text(author.path("name")));
  }

  private static @Nullable Enclosure enclosure(JsonNode attachment, @Nullable String address) {
    String url = resolve(address, text(attachment.path("url")));
    return url == null
        ? null
        : new Enclosure(
            url,
            text(attachment.path("mime_type")),
            FeedValues.bytes(text(attachment.path("size_in_bytes"))));
  }

  private static @Nullable String resolve(@Nullable String base, @Nullable String reference) {
    return base == null || reference == null ? reference : FeedTree.resolve(base, reference);
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
