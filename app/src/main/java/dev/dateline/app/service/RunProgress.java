package dev.dateline.app.service;

import dev.dateline.enrich.topology.EnrichEvent;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.sink.SinkListener;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows every article of a run from its observation to its row: each observation becomes a
 * repeat, a dead letter or a revision, and each revision a row or a dead letter. Word of these
 * comes in any order, and what an earlier run left on its way comes as well. Memory is bounded by
 * what is on its way.
 */
public final class RunProgress {

  /**
   * What a run did.
   *
   * @param in observations and unreadable inputs
   * @param stored revisions that were stored and had not been before
   * @param duplicate observations that said nothing new
   * @param dead inputs, observations and revisions that became dead letters
   * @param skipped files that hold no articles
   */
  public record Summary(long in, long stored, long duplicate, long dead, long skipped) {}

  private final Consumer<EnrichedArticle> stored;
  private final Consumer<String> trouble;

  /** Observations of this run that have no outcome yet. */
  private final Set<String> observations = new HashSet<>();

  /** Outcomes before the word of their observation; those that an earlier run left stay here. */
  private final Map<String, EnrichEvent> early = new HashMap<>();

  /** Revisions without a row yet. */
  private final Set<String> revisions = new HashSet<>();

  /** Revisions whose end came before the word of them; those of an earlier run stay here. */
  private final Set<String> endedEarly = new HashSet<>();

  private long in;
  private long storedCount;
  private long duplicate;
  private long dead;
  private long skipped;

  /**
   * @param stored called for each article that is stored
   * @param trouble called with a line for a person for each that is not
   */
  public RunProgress(Consumer<EnrichedArticle> stored, Consumer<String> trouble) {
    this.stored = stored;
    this.trouble = trouble;
  }

  /** To be given to the services. */
  public EmbeddedWire.Listeners listeners() {
    return new EmbeddedWire.Listeners(new IngestEvents(), this::committed, new SinkEvents());
  }

  /** What has happened so far. */
  public synchronized Summary summary() {
    return new Summary(in, storedCount, duplicate, dead, skipped);
  }

  /** Waits until nothing that was ingested is on its way; false after the patience is spent. */
  public synchronized boolean awaitRest(long patienceMillis) throws InterruptedException {
    long deadline = System.nanoTime() + patienceMillis * 1_000_000;
    while (!observations.isEmpty() || !revisions.isEmpty()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private synchronized void committed(EnrichEvent event) {
    if (event instanceof EnrichEvent.Published published) {
      String key = RecordKeys.revision(published.articleId(), published.revision());
      if (!endedEarly.remove(key)) {
        revisions.add(key);
      }
    } else if (event instanceof EnrichEvent.Dead letter) {
      dead++;
      trouble.accept(
          letter.code()
              + ": "
              + letter.origin()
              + " could not be processed; see news.deadletter.v1");
    }
    if (observations.remove(event.origin())) {
      settle(event);
    } else {
      early.put(event.origin(), event);
    }
    notifyAll();
  }

  /** An observation of this run has its outcome. */
  private void settle(EnrichEvent outcome) {
    if (outcome instanceof EnrichEvent.Repeated) {
      duplicate++;
    }
  }

  /** A revision is stored, or never will be. */
  private void ends(String key) {
    if (!revisions.remove(key)) {
      endedEarly.add(key);
    }
    notifyAll();
  }

  private final class IngestEvents implements IngestListener {

    @Override
    public void published(String articleId, String record, Origin origin) {
      synchronized (RunProgress.this) {
        in++;
        EnrichEvent outcome = early.remove(record);
        if (outcome == null) {
          observations.add(record);
        } else {
          settle(outcome);
        }
        RunProgress.this.notifyAll();
      }
    }

    @Override
    public void rejected(Extraction.Rejected rejected) {
      synchronized (RunProgress.this) {
        in++;
        dead++;
      }
      trouble.accept(rejected.origin().location() + ": " + rejected.message());
    }

    @Override
    public void skipped(Extraction.Skipped ignored) {
      synchronized (RunProgress.this) {
        skipped++;
      }
    }
  }

  private final class SinkEvents implements SinkListener {

    @Override
    public void stored(EnrichedArticle article) {
      stored.accept(article);
      synchronized (RunProgress.this) {
        storedCount++;
        ends(RecordKeys.revision(article.getId(), article.getRevision()));
      }
    }

    @Override
    public void dead(DeadLetter letter) {
      synchronized (RunProgress.this) {
        dead++;
        // The row's key is the revision key; without it nothing waits for this letter.
        if (letter.getKey() != null) {
          ends(StandardCharsets.UTF_8.decode(letter.getKey().duplicate()).toString());
        }
      }
      trouble.accept(letter.getMessage());
    }
  }
}
