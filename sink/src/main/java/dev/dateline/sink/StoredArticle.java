package dev.dateline.sink;

import java.util.List;

/**
 * An article with its history.
 *
 * @param latest the revision that readers see; of a deleted article its deletion
 * @param deleted whether the publisher withdrew it
 * @param revisions all revisions, oldest first, the latest among them
 */
public record StoredArticle(
    StoredRevision latest, boolean deleted, List<StoredRevision> revisions) {

  public StoredArticle {
    revisions = List.copyOf(revisions);
  }

  /** The article id. */
  public String id() {
    return latest.article().getId();
  }
}
