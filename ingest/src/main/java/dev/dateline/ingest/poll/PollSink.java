package dev.dateline.ingest.poll;

import dev.dateline.ingest.publish.FencedException;
import java.util.List;

/** Takes what a poll found, so that nothing of a long poll is done twice when it breaks off. */
public interface PollSink {

  /** Publishes changes together with what is remembered of them; returns when it is committed. */
  void commit(List<Change> changes) throws InterruptedException, FencedException;
}
