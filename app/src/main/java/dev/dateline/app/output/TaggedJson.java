package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.topology.TagMapping;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.json.ArticleJson;
import java.util.TreeMap;

/** An article that was tagged without Kafka, as {@code dateline tag} prints it. */
public final class TaggedJson {

  private TaggedJson() {}

  /**
   * @param full whether to print all that the event has
   * @param withScores whether to add the scores of the 17 top-level subjects
   */
  public static ObjectNode of(Article article, Tags tags, boolean full, boolean withScores) {
    EnrichedArticle.Builder event =
        EnrichedArticle.newBuilder()
            .setId(article.getId())
            .setRevision(1)
            .setChange(Change.CREATED)
            .setArticle(article)
            .setEnrichedAt(article.getObservedAt());
    TagMapping.write(tags, event);
    ObjectNode json = full ? ArticleJson.full(event.build()) : ArticleJson.tagged(event.build());
    if (withScores) {
      ObjectNode scores = json.putObject("scores");
      new TreeMap<>(tags.subjectScores())
          .forEach((code, score) -> scores.put(code, ArticleJson.rounded(score)));
    }
    return json;
  }
}
