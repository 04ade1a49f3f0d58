package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
  private static final long PAUSE_MILLIS = 1_000;

  private final KafkaClients clients;
  private final Tagger tagger;
  private final Thread thread = new Thread(this::follow, "enrich-entities");
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private volatile Tagger current;
  private volatile boolean closing;
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

  private void follow() {
    while (!closing) {
      try (CorrectionReader reader = new CorrectionReader(clients)) {
        hear(reader.readToEnd(PATIENCE));
        caughtUp.countDown();
        while (!closing) {
          hear(reader.poll(WAIT));
        }
      } catch (RuntimeException e) {
        if (!closing) {
          LOG.warn("entities cannot be followed, tries again reason={}", e.getMessage());
          pause();
        }
      }
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

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    if (thread.getState() != Thread.State.NEW) {
      try {
        thread.join(PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
