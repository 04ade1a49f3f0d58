package dev.dateline.app.replay;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What another tagging makes of an article.
 *
 * @param topicsAdded codes of topics that it has and had not, highest score first
 * @param topicsGone codes of topics that it had
 * @param entitiesAdded ids of entities, or their type and name where they have none
 * @param entitiesGone the same, of those that it had
 */
public record TagDifference(
    String id,
    int revision,
    String title,
    List<String> topicsAdded,
    List<String> topicsGone,
    List<String> entitiesAdded,
    List<String> entitiesGone) {

  /** Compares the tags of one revision. */
  public static TagDifference between(EnrichedArticle before, EnrichedArticle after) {
    return new TagDifference(
        after.getId(),
        after.getRevision(),
        after.getArticle().getTitle(),
        missing(topics(after), topics(before)),
        missing(topics(before), topics(after)),
        missing(entities(after), entities(before)),
        missing(entities(before), entities(after)));
  }

  /** Whether the tags are the same; scores and mentions do not count. */
  public boolean isEmpty() {
    return topicsAdded.isEmpty()
        && topicsGone.isEmpty()
        && entitiesAdded.isEmpty()
        && entitiesGone.isEmpty();
  }

  private static Set<String> topics(EnrichedArticle article) {
    Set<String> codes = new LinkedHashSet<>();
    article.getTopics().stream().map(Topic::getCode).forEach(codes::add);
    return codes;
  }

  private static Set<String> entities(EnrichedArticle article) {
    Set<String> names = new LinkedHashSet<>();
    for (Entity entity : article.getEntities()) {
      names.add(
          entity.getId() == null ? entity.getType() + " " + entity.getName() : entity.getId());
    }
    return names;
  }

  private static List<String> missing(Set<String> of, Set<String> in) {
    List<String> missing = new ArrayList<>(of);
    missing.removeAll(in);
    return List.copyOf(missing);
  }
}
