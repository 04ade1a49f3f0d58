package dev.dateline.testkit.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an article.
 *
 * @param key its address; the identifier where it has none
 * @param title the newest one, or null where it has none
 * @param markers a word that stands in the text of each revision and nowhere else, the oldest
 *     first; a reader that comes seldom may miss revisions, but never the last
 * @param deleted whether the publisher took it back
 */
public record ModelArticle(
    String key, @Nullable String title, List<String> markers, boolean deleted) {

  public ModelArticle {
    markers = List.copyOf(markers);
  }

  /** The marker of the newest revision. */
  public String marker() {
    return markers.get(markers.size() - 1);
  }
}
