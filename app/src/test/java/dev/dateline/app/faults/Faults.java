package dev.dateline.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FaultRun;
import dev.dateline.testkit.faults.NewsModel;
import dev.dateline.testkit.faults.Setup;
import dev.dateline.testkit.faults.StalledException;
import dev.dateline.testkit.faults.Strike;
import dev.dateline.testkit.faults.Violation;
import dev.dateline.testkit.faults.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What all runs with faults have in common: their seed, their product, their report. */
final class Faults {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final long SEED =
      Long.getLong("faults.seed", ThreadLocalRandom.current().nextInt(1_000_000));

  private Faults() {}

  /** Of {@code -Dfaults.seed}, else another one each time. */
  static long seed() {
    return SEED;
  }

  /**
   * What came of a run.
   *
   * @param strikes faults that fired
   * @param violations what the oracle found
   * @param failure why the run did not get as far as the oracle
   */
  record Outcome(
      List<Strike> strikes, List<Violation> violations, @Nullable RuntimeException failure) {

    /** Whether the oracle says that something is wrong, or the wire does not move on. */
    boolean isFaulty() {
      return !violations.isEmpty() || failure instanceof StalledException;
    }

    /** How often each rule was broken. */
    String summary() {
      if (failure != null) {
        return failure.getMessage();
      }
      return violations.isEmpty()
          ? "nothing"
          : violations.stream()
              .collect(Collectors.groupingBy(Violation::rule, TreeMap::new, Collectors.counting()))
              .toString();
    }
  }

  /**
   * Lets the faults strike a wire of its own; fails where the oracle finds anything, and names the
   * seed.
   *
   * @param name of the run, in its report
   * @param articles how many stories publishers tell meanwhile
   */
  static void run(String name, int articles, List<Fault> faults) {
    run(name, articles, faults, setup -> setup);
  }

  /**
   * The same on another wire.
   *
   * @param changes what is different about it
   */
  static void run(String name, int articles, List<Fault> faults, UnaryOperator<Setup> changes) {
    String replay = name + " seed=" + SEED + "; again with -Dfaults.seed=" + SEED;
    System.out.println(replay);
    Outcome outcome = outcome(name, articles, faults, changes);
    if (outcome.failure() != null) {
      throw new AssertionError(replay + ": " + outcome.summary(), outcome.failure());
    }
    assertThat(outcome.violations()).as(replay).isEmpty();
    assertThat(outcome.strikes()).as(replay).hasSameSizeAs(faults);
  }

  /** The same without judging. */
  static Outcome outcome(
      String name, int articles, List<Fault> faults, UnaryOperator<Setup> changes) {
    NewsModel model = NewsModel.of(SEED, articles);
    try (Wire wire = Wire.start(changes.apply(setup(name)))) {
      FaultRun run = new FaultRun(wire, model);
      List<Violation> violations = List.of();
      RuntimeException failure = null;
      try {
        violations = run.run(faults);
      } catch (StalledException | IllegalStateException | KafkaException e) {
        failure = e;
      }
      Outcome outcome = new Outcome(run.strikes(), violations, failure);
      report(name, model, outcome);
      return outcome;
    }
  }

  /** A wire with the product in a folder of its own. */
  static Setup setup(String name) {
    return Setup.of(product(), folder(name));
  }

  /** Where the product lies that is put to the test: {@code -Dfaults.product}, else here. */
  static Path product() {
    String repository = System.getProperty("faults.product", "");
    return repository.isBlank() ? REPOSITORY : Path.of(repository);
  }

  /** A folder that stays when the run has ended. */
  static Path folder(String name) {
    try {
      Path faults = Files.createDirectories(Path.of("target/faults").toAbsolutePath());
      return Files.createTempDirectory(faults, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the run", e);
    }
  }

  /**
   * Prints what the oracle found, and as a table how often each fault struck and how long its part
   * took to work again.
   */
  private static void report(String run, NewsModel model, Outcome outcome) {
    System.out.printf(
        "%s seed=%d revisions=%d found=%s%n| Fault | Part | Times | p50 | p95 | most"
            + " |%n|---|---|---|---|---|---|%n",
        run, SEED, model.versions(), outcome.summary());
    outcome.strikes().stream()
        .collect(
            Collectors.groupingBy(
                strike -> "| " + strike.fault().name() + " | " + strike.fault().part() + " |",
                TreeMap::new,
                Collectors.mapping(Strike::recovery, Collectors.toList())))
        .forEach(
            (fault, times) ->
                System.out.printf(
                    Locale.ROOT,
                    "%s %d | %.1f s | %.1f s | %.1f s |%n",
                    fault,
                    times.size(),
                    seconds(times, 50),
                    seconds(times, 95),
                    seconds(times, 100)));
  }

  /** The smallest of the times that so many percent do not exceed. */
  private static double seconds(List<Duration> times, int percent) {
    int at = Math.max(0, (int) Math.ceil(times.size() * percent / 100.0) - 1);
    return times.stream().sorted().toList().get(at).toMillis() / 1000.0;
  }
}
