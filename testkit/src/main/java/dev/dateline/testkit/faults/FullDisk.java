package dev.dateline.testkit.faults;

import dev.dateline.runtime.Health;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file system under a part is full: the part must say so and stop, and go on when there is room
 * again, by itself or when it is started again. The wire must be set up with a disk under it.
 */
public record FullDisk(Part part) implements Fault {

  private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Duration LONG = Duration.ofSeconds(5);

  /** How long a part may take to go on by itself. */
  private static final Duration BY_ITSELF = Duration.ofSeconds(45);

  @Override
  public String name() {
    return "full disk under " + part;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    SmallDisk disk = wire.diskUnder(part);
    disk.fill();
    if (part == Part.ENRICH) {
      restart(wire); // what lies in memory is not written before
    }
    Waiting.until(
        "an alert of " + part,
        PATIENCE,
        () -> {
          disk.fill();
          return !alert(wire).isEmpty();
        });
    String alert = alert(wire);
    Waiting.pause(LONG);
    disk.relieve();
    LOG.info("disk was full part={} recovery={} alert={}", part, recovered(wire), alert);
  }

  private String recovered(Wire wire) {
    try {
      Waiting.until(part + " to go on", BY_ITSELF, () -> alert(wire).isEmpty());
      return "by itself";
    } catch (StalledException e) {
      restart(wire);
      Waiting.until(part + " to go on", PATIENCE, () -> alert(wire).isEmpty());
      return "by a restart";
    }
  }

  private void restart(Wire wire) {
    if (part == Part.BROKER) {
      wire.embedded().broker().restart();
    } else if (part == Part.DATABASE) {
      wire.embedded().postgres().stop();
      wire.embedded().postgres().startAgain();
    } else {
      wire.kill(part);
      wire.start(part);
    }
  }

  /** What is said to be wrong, at the health endpoint of services or by a supervisor. */
  private String alert(Wire wire) {
    return switch (part) {
      case BROKER -> both(wire.embedded().broker().check(), Part.INGEST, wire);
      case DATABASE -> both(wire.embedded().postgres().check(), Part.SINK, wire);
      default -> service(part, wire);
    };
  }

  /** The supervisor may have started its child again already; then a client of it still tells. */
  private static String both(Health supervisor, Part client, Wire wire) {
    return supervisor.state() == Health.State.DOWN
        ? supervisor.detail()
        : Stream.of(service(client, wire))
            .filter(word -> !word.contains("\"STARTING\""))
            .findFirst()
            .orElse("");
  }

  private static String service(Part part, Wire wire) {
    ServiceProcess process = wire.process(part.command());
    if (!process.isAlive()) {
      return part + " has ended with " + process.awaitExit();
    }
    String health = process.health();
    return health.startsWith("503") ? health : "";
  }
}
