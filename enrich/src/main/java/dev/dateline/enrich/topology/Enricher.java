package dev.dateline.enrich.topology;

import dev.dateline.enrich.register.Decision;
import dev.dateline.enrich.register.Register;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RegisterEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what an observation is and tags it where it is news; changes nothing. */
record Enricher(Tagger tagger) {

  /**
   * @param current what the register remembers of the article; null where it is unknown
   * @param now time of the tags
   */
  Result enrich(@Nullable RegisterEntry current, Article article, Instant now) {
    Decision decision = Register.decide(current, article);
    if (decision instanceof Decision.Barred) {
      return new Result.Barred();
    }
    if (decision instanceof Decision.Repeat) {
      return new Result.Quiet(Register.apply(current, article, decision, List.of()));
    }
    EnrichedArticle.Builder builder =
        EnrichedArticle.newBuilder()
            .setId(article.getId())
            .setArticle(article)
            .setChange(change(decision))
            .setChangedFields(changedFields(decision))
            .setEnrichedAt(now);
    List<String> subjects = List.of();
    if (!(decision instanceof Decision.Deleted)) {
      try {
        Tags tags = tagger.tag(TagMapping.document(article));
        TagMapping.write(tags, builder);
        subjects = TagMapping.subjects(tags);
      } catch (RuntimeException | StackOverflowError e) {
        return new Result.StageFailed(e);
      }
    }
    RegisterEntry next = Register.apply(current, article, decision, subjects).orElseThrow();
    List<String> former = current == null ? List.of() : current.getSubjects();
    return new Result.Revision(builder.setRevision(next.getRevision()).build(), next, former);
  }

  private static Change change(Decision decision) {
    if (decision instanceof Decision.Created) {
      return Change.CREATED;
    }
    if (decision instanceof Decision.Historical) {
      return Change.HISTORICAL;
    }
    return decision instanceof Decision.Deleted ? Change.DELETED : Change.REVISED;
  }

  private static List<String> changedFields(Decision decision) {
    if (decision instanceof Decision.Revised revised) {
      return revised.changedFields();
    }
    return decision instanceof Decision.Historical historical
        ? historical.changedFields()
        : List.of();
  }
}
