package dev.dateline.app.replay;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Topic;
import java.util.List;

/**
 * What is compared of a revision: there may be more revisions than memory holds. Most of them name
 * the same few, so each name is kept once.
 *
 * @param topics codes of topics, highest score first
 * @param entities ids of entities, or their type and name where they have none
 */
record TagNames(int revision, List<String> topics, List<String> entities) {

  static TagNames of(EnrichedArticle article) {
    return new TagNames(
        article.getRevision(),
        article.getTopics().stream().map(Topic::getCode).map(String::intern).distinct().toList(),
        article.getEntities().stream().map(TagNames::name).map(String::intern).distinct().toList());
  }

  private static String name(Entity entity) {
    return entity.getId() == null ? entity.getType() + " " + entity.getName() : entity.getId();
  }
}
