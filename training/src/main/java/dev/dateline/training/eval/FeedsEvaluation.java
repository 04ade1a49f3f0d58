package dev.dateline.training.eval;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.dateline.ingest.feed.Enclosure;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedItem;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.UnreadableFeedException;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.TarArchive;
import dev.dateline.training.report.MarkdownTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures the reader of feeds beside ROME. */
final class FeedsEvaluation {

  private static final double GOAL = 0.97;

  private FeedsEvaluation() {}

  static Measured run(Path data) {
    StringBuilder body = new StringBuilder();
    if (PublicSet.GOFEED.isIn(data)) {
      body.append(values(FeedGold.read(data)));
    }
    if (PublicSet.W3C_FEEDS.isIn(data)) {
      body.append(robustness(data));
    }
    return new Measured("Feeds", body.toString(), Map.of());
  }

  private static String values(List<FeedGold> gold) {
    Map<String, Rate> ours = new TreeMap<>();
    Map<String, Rate> peer = new TreeMap<>();
    Rate ourAll = new Rate();
    Rate peerAll = new Rate();
    for (FeedGold feed : gold) {
      Map<String, String> read = ours(feed.feed());
      Map<String, String> readByPeer = rome(feed.feed());
      feed.values()
          .forEach(
              (field, expected) -> {
                String name = field.replaceFirst("^\\d+\\.", "item ");
                boolean right = expected.equals(read.get(field));
                boolean peerRight = expected.equals(readByPeer.get(field));
                ours.computeIfAbsent(name, key -> new Rate()).add(right);
                peer.computeIfAbsent(name, key -> new Rate()).add(peerRight);
                ourAll.add(right);
                peerAll.add(peerRight);
              });
    }
    MarkdownTable table =
        new MarkdownTable("values that gofeed's tests expect", "Dateline", "ROME");
    table.row("**all** (goal " + Tally.percent(GOAL) + ")", "**" + ourAll + "**", peerAll);
    ours.forEach((field, rate) -> table.row(field, rate, peer.get(field)));
    return table + "\n";
  }

  private static String robustness(Path data) {
    int faults = 0;
    int read = 0;
    int refused = 0;
    for (byte[] file :
        TarArchive.readBytes(
                PublicSet.W3C_FEEDS.archives(data).get(0), name -> name.endsWith(".xml"))
            .values()) {
      try {
        FeedReader.read(file, null, null);
        read++;
      } catch (UnreadableFeedException e) {
        refused++;
      } catch (RuntimeException e) {
        faults++;
      }
    }
    return String.format(
        "Of %d files of the W3C's feed validator, %d were read as feeds, %d refused with a reason (they"
            + " are none), and %d ended in an exception (goal: 0).%n",
        read + refused + faults, read, refused, faults);
  }

  private static Map<String, String> ours(byte[] bytes) {
    Map<String, String> values = new HashMap<>();
    try {
      Feed feed = FeedReader.read(bytes, null, null);
      put(values, "title", feed.title());
      put(values, "link", feed.link());
      put(values, "language", feed.language());
      for (int i = 0; i < feed.items().size(); i++) {
        FeedItem item = feed.items().get(i);
        String at = i + ".";
        put(values, at + "title", item.title());
        put(values, at + "url", item.url());
        put(values, at + "summary", item.summary());
        put(values, at + "content", item.content());
        put(values, at + "id", item.id());
        put(values, at + "published", item.published());
        put(values, at + "updated", item.updated());
        put(values, at + "author", item.author());
        put(values, at + "categories", String.join("\n", item.categories()));
        put(values, at + "enclosures", lines(item.enclosures().stream().map(Enclosure::url)));
      }
    } catch (UnreadableFeedException e) {
      return values;
    }
    return values;
  }

  private static Map<String, String> rome(byte[] bytes) {
    Map<String, String> values = new HashMap<>();
    try {
      SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
      put(values, "title", feed.getTitle());
      put(values, "link", feed.getLink());
      put(values, "language", feed.getLanguage());
      for (int i = 0; i < feed.getEntries().size(); i++) {
        SyndEntry entry = feed.getEntries().get(i);
        String at = i + ".";
        put(values, at + "title", entry.getTitle());
        put(values, at + "url", entry.getLink());
        put(
            values,
            at + "summary",
            entry.getDescription() == null ? null : entry.getDescription().getValue());
        put(
            values,
            at + "content",
            entry.getContents().stream().map(SyndContent::getValue).findFirst().orElse(null));
        put(values, at + "id", entry.getUri());
        put(values, at + "published", instant(entry.getPublishedDate()));
        put(values, at + "updated", instant(entry.getUpdatedDate()));
        put(values, at + "author", entry.getAuthor());
        put(
            values,
            at + "categories",
            lines(entry.getCategories().stream().map(one -> one.getName())));
        put(
            values,
            at + "enclosures",
            lines(entry.getEnclosures().stream().map(one -> one.getUrl())));
      }
    } catch (FeedException | IOException | RuntimeException e) {
      return values;
    }
    return values;
  }

  private static @Nullable Object instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static String lines(Stream<String> texts) {
    return texts.collect(Collectors.joining("\n"));
  }

  private static void put(Map<String, String> values, String field, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      values.put(field, value.toString());
    }
  }
}
