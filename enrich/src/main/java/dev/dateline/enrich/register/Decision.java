package dev.dateline.enrich.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an observation is, seen beside what the register remembers of the article. */
public sealed interface Decision {

  /** The first observation of an article, or the first after its entry was lost. */
  record Created(Contents contents) implements Decision {}

  /**
   * News of an article: other content, or its return after a deletion.
   *
   * @param changedFields the fields that differ from the latest revision; empty for a return with
   *     the old content
   */
  record Revised(Contents contents, List<String> changedFields) implements Decision {}

  /**
   * Nothing new: known content, or the deletion of what is unknown, deleted or newer.
   *
   * @param contents null for a deletion
   */
  record Repeat(@Nullable Contents contents) implements Decision {}

  /** Of an article that an operator took down: nothing of it is kept. */
  record Barred() implements Decision {}

  /** The publisher withdrew the article. */
  record Deleted() implements Decision {}

  /**
   * An older observation with content not seen before; it is kept and does not become the latest.
   *
   * @param changedFields the fields that differ from the latest revision
   */
  record Historical(Contents contents, List<String> changedFields) implements Decision {}
}
