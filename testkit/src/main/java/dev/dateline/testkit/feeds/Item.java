package dev.dateline.testkit.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it stands now. A new value for each change.
 *
 * @param touched the step in which its newest revision was published
 * @param listed whether the feed may show it
 */
record Item(
    int number,
    int touched,
    String guid,
    @Nullable String link,
    @Nullable String title,
    String text,
    List<String> markers,
    Instant published,
    @Nullable Instant updated,
    boolean listed,
    boolean deleted) {

  /** What a reader sees: a new marker makes the text a new one. */
  String body() {
    return text + " " + markers.get(markers.size() - 1) + ".";
  }

  Item withGuid(String newGuid) {
    return new Item(
        number, touched, newGuid, link, title, text, markers, published, updated, listed, deleted);
  }

  Item edited(@Nullable String newTitle, String newText, String marker, int step, Instant now) {
    List<String> all = new ArrayList<>(markers);
    all.add(marker);
    return new Item(
        number, step, guid, link, newTitle, newText, all, published, now, listed, deleted);
  }

  /** Out of the feed, its page still there. */
  Item unlisted() {
    return new Item(
        number, touched, guid, link, title, text, markers, published, updated, false, deleted);
  }

  /** Out of the feed, its page gone. */
  Item takenBack() {
    return new Item(
        number, touched, guid, link, title, text, markers, published, updated, false, true);
  }

  ModelArticle model() {
    return new ModelArticle(link == null ? guid : link, title, markers, deleted);
  }
}
