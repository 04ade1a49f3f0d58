package dev.dateline.app.replay;

import dev.dateline.schemas.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * Compares the tags of one revision.
   *
   * @param live as it is
   * @param after the tags that it would have
   */
  static TagDifference between(EnrichedArticle live, TagNames after) {
    TagNames before = TagNames.of(live);
    return new TagDifference(
        live.getId(),
        live.getRevision(),
        live.getArticle().getTitle(),
        missing(after.topics(), before.topics()),
        missing(before.topics(), after.topics()),
        missing(after.entities(), before.entities()),
        missing(before.entities(), after.entities()));
  }

  /** Whether the tags are the same; scores and mentions do not count. */
  public boolean isEmpty() {
    return topicsAdded.isEmpty()
        && topicsGone.isEmpty()
        && entitiesAdded.isEmpty()
        && entitiesGone.isEmpty();
  }

  private static List<String> missing(List<String> of, List<String> in) {
    List<String> missing = new ArrayList<>(of);
    missing.removeAll(in);
    return List.copyOf(missing);
  }
}
