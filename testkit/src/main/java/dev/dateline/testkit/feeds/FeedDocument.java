package dev.dateline.testkit.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes feeds and pages. */
final class FeedDocument {

  static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Publisher publisher;
  private final List<Item> items;

  FeedDocument(Publisher publisher) {
    this.publisher = publisher;
    this.items = publisher.shown();
  }

  byte[] bytes() {
    String text =
        switch (publisher.format()) {
          case RSS -> rss();
          case ATOM -> atom();
          case JSON -> json();
        };
    return text.getBytes(UTF_8);
  }

  /** The page behind an item. */
  static byte[] page(Item item) {
    String title = item.title() == null ? "" : escape(item.title());
    return ("""
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>%s</title>
        <link rel="canonical" href="%s">
        <meta property="article:published_time" content="%s"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>%s</h1><p>%s</p></article></body></html>
        """)
        .formatted(title, item.link(), item.published(), title, escape(item.body()))
        .getBytes(UTF_8);
  }

  private String rss() {
    StringBuilder xml = new StringBuilder(declaration());
    xml.append("<rss version=\"2.0\"><channel><title>Feed</title>");
    element(xml, "link", publisher.url());
    for (Item item : items) {
      xml.append("<item>");
      element(xml, "guid", item.guid());
      element(xml, "link", item.link());
      element(xml, "title", item.title());
      element(xml, "pubDate", date(item, HTTP_DATE));
      element(xml, "description", "<p>" + escape(item.body()) + "</p>");
      xml.append("</item>\n");
    }
    return xml.append("</channel></rss>\n").toString();
  }

  private String atom() {
    StringBuilder xml = new StringBuilder(declaration());
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed</title>");
    element(xml, "id", publisher.url());
    for (Item item : items) {
      xml.append("<entry>");
      element(xml, "id", item.guid());
      if (item.link() != null) {
        xml.append("<link href=\"").append(escape(item.link())).append("\"/>");
      }
      element(xml, "title", item.title());
      element(xml, "published", date(item, DateTimeFormatter.ISO_INSTANT));
      element(xml, "updated", item.updated() == null ? null : item.updated().toString());
      xml.append("<content type=\"text\">").append(escape(item.body())).append("</content>");
      xml.append("</entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }

  private String json() {
    ObjectNode feed = JsonNodeFactory.instance.objectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", "Feed");
    ArrayNode array = feed.putArray("items");
    for (Item item : items) {
      ObjectNode json = array.addObject().put("id", item.guid());
      put(json, "url", item.link());
      put(json, "title", item.title());
      put(json, "date_published", date(item, DateTimeFormatter.ISO_INSTANT));
      put(json, "date_modified", item.updated() == null ? null : item.updated().toString());
      json.put("content_text", item.body());
    }
    return feed.toPrettyString();
  }

  private String declaration() {
    String charset = publisher.trouble() == FeedTrouble.WRONG_CHARSET ? "ISO-8859-1" : "UTF-8";
    return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n";
  }

  private @Nullable String date(Item item, DateTimeFormatter formatter) {
    if (publisher.trouble() != FeedTrouble.LYING_DATES) {
      return formatter.format(item.published());
    }
    return switch (item.number() % 4) {
      case 0 -> formatter.format(Instant.EPOCH);
      case 1 -> formatter.format(item.published().plus(Duration.ofDays(365)));
      case 2 -> "Yesterday, 25:61";
      default -> null;
    };
  }

  private static void element(StringBuilder xml, String name, @Nullable String text) {
    if (text != null) {
      xml.append('<').append(name).append('>').append(escape(text));
      xml.append("</").append(name).append('>');
    }
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
