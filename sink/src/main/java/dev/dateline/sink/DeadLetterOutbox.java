package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import java.time.Duration;
import java.util.List;

/** Dead letters on their way to Kafka. */
public interface DeadLetterOutbox {

  /** Takes letters; throws where it is not certain that all of them arrived. */
  @FunctionalInterface
  interface Publisher {
    void publish(List<DeadLetter> letters) throws InterruptedException;
  }

  /**
   * Publishes letters that wait, and marks them once the publisher returns. Letters that another
   * process is relaying are left out; where the marking fails they are published again later, under
   * the same key.
   *
   * @param limit the most that are relayed
   * @return how many were relayed
   */
  int relay(int limit, Publisher publisher) throws InterruptedException;

  /** Forgets letters that were relayed longer ago than this. */
  int forget(Duration age);
}
