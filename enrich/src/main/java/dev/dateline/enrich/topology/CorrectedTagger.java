package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tagger that follows what operators say of entities: each document is read with what had come by
 * then. Not pure, unlike the taggers behind it; {@code taggedBy} says which knowledge an event had.
 */
final class CorrectedTagger implements Tagger, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CorrectedTagger.class);
  private static final Duration WAIT = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Tagger tagger;
  private final Thread thread = new Thread(this::follow, "enrich-entities");
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private volatile Tagger current;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable CorrectionReader following;
  private Corrections heard = Corrections.NONE;

  CorrectedTagger(KafkaClients clients, Tagger tagger) {
    this.clients = clients;
    this.tagger = tagger;
    this.current = tagger;
  }

  /** Begins to follow. The topic must be there. */
  void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  /** Released when all is known that was said before the start. */
  CountDownLatch caughtUp() {
    return caughtUp;
  }

  @Override
  public Tags tag(Document document) {
    return current.tag(document);
  }

  @Override
  public Tags tag(Document document, long waiting) {
    return current.tag(document, waiting);
  }

  private void follow() {
    while (!closed(Duration.ZERO)) {
      try (CorrectionReader reader = new CorrectionReader(clients)) {
        following = reader;
        hear(reader.readToEnd(PATIENCE));
        caughtUp.countDown();
        while (!closed(Duration.ZERO)) {
          hear(reader.poll(WAIT));
        }
      } catch (RuntimeException e) {
        if (!closed(Duration.ZERO)) {
          LOG.warn("entities cannot be followed, tries again reason={}", e.getMessage());
        }
      } finally {
        following = null;
      }
      closed(PAUSE);
    }
  }

  private void hear(Corrections corrections) {
    if (!corrections.equals(heard)) {
      heard = corrections;
      current = tagger.corrected(corrections);
      LOG.info(
          "entities are corrected stated={} removed={}",
          corrections.entities().size(),
          corrections.removed().size());
    }
  }

  /** Waits so long for the end; true where it has come. */
  private boolean closed(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    CorrectionReader reader = following;
    if (reader != null) {
      reader.wakeUp();
    }
    if (thread.getState() != Thread.State.NEW) {
      try {
        thread.join(PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
