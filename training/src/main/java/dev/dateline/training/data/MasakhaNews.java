package dev.dateline.training.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * MasakhaNEWS: articles in 16 languages of Africa, each with one of seven topics (Adelani et al.,
 * 2023; AFL-3.0 by its data card).
 */
public final class MasakhaNews {

  private MasakhaNews() {}

  /** An article. */
  public record Article(String topic, String headline, String text, String url) {}

  /**
   * The articles of one part by the set's own language code ({@code swa}); the training part is not
   * there for every language.
   *
   * @param part {@code train} or {@code dev}
   */
  public static SortedMap<String, List<Article>> read(Path data, String part) {
    SortedMap<String, List<Article>> articles = new TreeMap<>();
    String ending = "/" + part + ".tsv";
    TarArchive.read(PublicSet.MASAKHANEWS.archives(data).get(0), name -> name.endsWith(ending))
        .forEach(
            (name, content) -> {
              String folder = name.substring(0, name.length() - ending.length());
              articles.put(folder.substring(folder.lastIndexOf('/') + 1), articles(content));
            });
    return articles;
  }

  private static List<Article> articles(String content) {
    List<Article> articles = new ArrayList<>();
    for (List<String> row : TabSeparated.rows(content)) {
      if (row.size() >= 3 && !row.get(0).equals("category")) {
        articles.add(
            new Article(row.get(0), row.get(1), row.get(2), row.size() > 3 ? row.get(3) : ""));
      }
    }
    return articles;
  }
}
