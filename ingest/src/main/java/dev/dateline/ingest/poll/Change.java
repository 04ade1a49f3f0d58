package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.schemas.SourceItem;
import org.jspecify.annotations.Nullable;

/**
 * What a poll found of one item.
 *
 * @param item what is to be remembered of it
 * @param news what is to be published; null where there is nothing to tell
 * @param forgotten whether it is to be forgotten instead
 */
public record Change(SourceItem item, @Nullable Extracted news, boolean forgotten) {

  Change(SourceItem item, @Nullable Extracted news) {
    this(item, news, false);
  }

  /** The item is of no interest any more. */
  static Change forget(SourceItem item) {
    return new Change(item, null, true);
  }
}
