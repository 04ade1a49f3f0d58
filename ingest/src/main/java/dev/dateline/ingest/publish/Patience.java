package dev.dateline.ingest.publish;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits trouble with the brokers or the registry out, with growing pauses. */
public final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration QUIET_TROUBLE = Duration.ofSeconds(10);

  private final boolean endless;
  private volatile @Nullable String trouble;

  /**
   * @param endless whether trouble is waited out for ever; otherwise for two minutes
   */
  public Patience(boolean endless) {
    this.endless = endless;
  }

  /** Something that may be tried again. */
  @FunctionalInterface
  public interface Attempt<T> {

    /** Tries it once. */
    T make() throws FencedException;
  }

  /**
   * The result of the first attempt that succeeds.
   *
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where patience ends
   */
  public <T> T keep(Attempt<T> attempt) throws InterruptedException, FencedException {
    Duration pause = FIRST_PAUSE;
    long start = System.nanoTime();
    while (true) {
      try {
        T result = attempt.make();
        trouble = null;
        return result;
      } catch (InterruptException e) {
        throw new InterruptedException();
      } catch (KafkaException | RegistryUnavailableException e) {
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        String reason = "Kafka or the schema registry does not answer: " + e.getMessage();
        LOG.warn("publishing is tried again pause={} reason={}", pause, e.toString());
        if (!endless && passed.compareTo(LIMIT) > 0) {
          throw new UserException(
              ExitCode.UNAVAILABLE,
              reason + ". Gave up after " + passed.toSeconds() + " s; check kafka.bootstrap.",
              e);
        }
        trouble = passed.compareTo(QUIET_TROUBLE) > 0 ? reason : null;
      }
      Thread.sleep(pause.toMillis());
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /** What is wrong, where that has lasted for a while. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }
}
