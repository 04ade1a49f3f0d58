package dev.dateline.training.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * English articles of the BBC of 2004 and 2005 in five topics (Greene and Cunningham, 2006). For
 * measuring only: no model is trained on it.
 */
public final class BbcNews {

  private BbcNews() {}

  /** An article. */
  public record Article(String topic, String headline, String text) {}

  /** All articles, ordered by path. */
  public static List<Article> read(Path data) {
    List<Article> articles = new ArrayList<>();
    TarArchive.read(PublicSet.BBC.archives(data).get(0), name -> name.endsWith(".txt"))
        .forEach(
            (name, content) -> {
              String folder = name.substring(0, name.lastIndexOf('/'));
              int line = Math.max(0, content.indexOf('\n'));
              articles.add(
                  new Article(
                      folder.substring(folder.lastIndexOf('/') + 1),
                      content.substring(0, line),
                      content.substring(line).strip()));
            });
    return articles;
  }
}
