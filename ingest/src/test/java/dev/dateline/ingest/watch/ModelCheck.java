package dev.dateline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.testkit.feeds.ModelArticle;
import dev.dateline.testkit.feeds.ModelFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what was published with what feeds have published. */
final class ModelCheck {

  private ModelCheck() {}

  /**
   * Fails where something is lost or there twice.
   *
   * @param world named in failures
   * @param deletions whether what was taken back must be published as deleted by now
   */
  static void compare(
      String world, List<ModelFeed> model, List<Article> articles, boolean deletions) {
    Map<String, List<Article>> byKey = new HashMap<>();
    for (Article article : articles) {
      String key = article.getUrl() == null ? article.getGuid() : article.getUrl();
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(article);
    }
    List<String> lost = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (ModelFeed feed : model) {
      for (ModelArticle expected : feed.articles()) {
        String what = world + " " + feed.trouble() + " " + feed.url() + " " + expected;
        List<Article> seen = byKey.getOrDefault(expected.key(), List.of());
        if (!isComplete(expected, seen, deletions)) {
          lost.add(what);
        }
        for (String marker : expected.markers()) {
          if (seen.stream().filter(article -> article.getText().contains(marker)).count() > 1) {
            twice.add(what + " marker " + marker);
          }
        }
        if (seen.stream().map(Article::getId).distinct().count() > 1) {
          twice.add(what + " under several ids");
        }
      }
    }
    assertThat(lost).as("lost").isEmpty();
    assertThat(twice).as("twice").isEmpty();
  }

  private static boolean isComplete(ModelArticle expected, List<Article> seen, boolean deletions) {
    boolean newest =
        seen.stream().anyMatch(article -> article.getText().contains(expected.marker()));
    boolean deleted = seen.stream().anyMatch(article -> article.getEvent() == ArticleEvent.DELETED);
    return newest && (!deletions || deleted == expected.deleted());
  }
}
