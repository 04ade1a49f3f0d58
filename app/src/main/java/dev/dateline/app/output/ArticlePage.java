package dev.dateline.app.output;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.json.ArticleJson;
import dev.dateline.sink.StoredArticle;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page about one article, for a terminal. */
public final class ArticlePage {

  private ArticlePage() {}

  /** Prints what is stored of an article. */
  public static void print(PrintStream out, StoredArticle article) {
    EnrichedArticle latest = article.latest().article();
    out.println(ArticleLine.printable(latest.getArticle().getTitle()));
    out.println();
    field(out, "id", article.id());
    field(out, "url", latest.getArticle().getUrl());
    field(out, "source", ArticleJson.source(latest));
    field(out, "language", ArticleJson.language(latest));
    field(out, "published", latest.getArticle().getPublishedAt());
    field(out, "state", article.deleted() ? "deleted" : "revision " + latest.getRevision());
    out.println();
    for (Topic topic : latest.getTopics()) {
      out.printf(
          Locale.ROOT, "  %.2f  %s  %s%n", topic.getScore(), topic.getCode(), topic.getName());
    }
    out.println();
    for (Entity entity : latest.getEntities()) {
      out.printf(
          Locale.ROOT,
          "  %s  %s  %s%s%n",
          DisplayWidth.fit(entity.getType().name(), 12),
          DisplayWidth.fit(ArticleLine.printable(entity.getName()), 36),
          entity.getId() == null ? "" : entity.getId(),
          entity.getEnglishName() == null ? "" : "  " + entity.getEnglishName());
    }
    out.println();
    for (String paragraph : latest.getArticle().getText().split("\n")) {
      out.println(ArticleLine.printable(paragraph));
    }
    if (article.revisions().size() > 1) {
      out.println();
      article
          .revisions()
          .forEach(
              revision ->
                  out.printf(
                      Locale.ROOT,
                      "  revision %d  %s  %s%n",
                      revision.article().getRevision(),
                      revision.article().getChange(),
                      ArticleLine.printable(revision.article().getArticle().getTitle())));
    }
  }

  private static void field(PrintStream out, String name, @Nullable Object value) {
    if (value != null) {
      out.println("  " + DisplayWidth.fit(name, 10) + ArticleLine.printable(value.toString()));
    }
  }
}
