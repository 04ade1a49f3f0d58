package dev.dateline.ingest.publish;

import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.extract.Extraction.Skipped;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.schemas.RecordKeys;

/** Is told of progress, on the thread that ingests; must not block it and must not throw. */
public interface IngestListener {

  /** Nobody listens. */
  IngestListener NONE = new IngestListener() {};

  /** So many files are about to be read. */
  default void found(int files) {}

  /**
   * An article is committed to {@code news.article.v1}.
   *
   * @param record where it lies there, as {@link RecordKeys#origin} writes it
   * @param origin what it was read from
   */
  default void published(String articleId, String record, Origin origin) {}

  /** A dead letter is committed to {@code news.deadletter.v1}. */
  default void rejected(Rejected rejected) {}

  /** A file, or an item in it, holds no article. */
  default void skipped(Skipped skipped) {}
}
