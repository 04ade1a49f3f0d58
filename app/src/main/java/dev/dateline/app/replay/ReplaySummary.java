package dev.dateline.app.replay;

/**
 * What a replay did.
 *
 * @param tagged articles that were tagged anew
 * @param different those whose topics or entities differ
 * @param failed those that the tagger could not read, or that are too large with their new tags;
 *     they are left out
 */
public record ReplaySummary(
    int tagged,
    int different,
    int failed,
    int topicsAdded,
    int topicsGone,
    int entitiesAdded,
    int entitiesGone) {

  /** Nothing yet. */
  public static final ReplaySummary NONE = new ReplaySummary(0, 0, 0, 0, 0, 0, 0);

  ReplaySummary plus(TagDifference difference) {
    return new ReplaySummary(
        tagged + 1,
        different + (difference.isEmpty() ? 0 : 1),
        failed,
        topicsAdded + difference.topicsAdded().size(),
        topicsGone + difference.topicsGone().size(),
        entitiesAdded + difference.entitiesAdded().size(),
        entitiesGone + difference.entitiesGone().size());
  }

  ReplaySummary plusFailed() {
    return new ReplaySummary(
        tagged, different, failed + 1, topicsAdded, topicsGone, entitiesAdded, entitiesGone);
  }
}
