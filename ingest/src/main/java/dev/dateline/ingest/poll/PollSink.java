package dev.dateline.ingest.poll;

import dev.dateline.ingest.publish.FencedException;
import java.util.List;

/** Takes what a poll found, so that nothing of a long poll is done twice when it breaks off. */
public interface PollSink {

  /**
   * Takes changes, to be published in one transaction with what is remembered of them: at once, or
   * at the latest with the state of the source.
   */
  void commit(List<Change> changes) throws InterruptedException, FencedException;
}
