package dev.dateline.testkit.faults;

import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets faults strike one after the other while articles are in flight, and asks the oracle in the
 * end. The seed decides on articles and pauses; how far the processes are by then is theirs.
 */
public final class FaultRun {

  private static final Logger LOG = LoggerFactory.getLogger(FaultRun.class);
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int BACKLOG = 150;

  /** So many versions are offered beyond those after which a fault strikes. */
  private static final int AHEAD = 75;

  private static final int LONGEST_PAUSE_MILLIS = 300;
  private static final int OFFER_MILLIS = 500;

  /** Progress of a part that cannot be a transaction marker alone. */
  private static final int STEPS = 8;

  private final Wire wire;
  private final NewsModel model;
  private final SplittableRandom random;
  private final List<Strike> strikes = new ArrayList<>();

  public FaultRun(Wire wire, NewsModel model) {
    this.wire = wire;
    this.model = model;
    this.random = new SplittableRandom(model.seed());
  }

  /**
   * Runs it until everything that was offered should be stored.
   *
   * @param faults in the order in which they strike, spread evenly over the articles
   * @return what is wrong then
   */
  public List<Violation> run(List<Fault> faults) {
    List.of(Part.INGEST, Part.ENRICH, Part.SINK).forEach(wire::start);
    try (Feeder feeder = new Feeder(model, wire.articles(), wire.tables()::count, BACKLOG)) {
      feeder.start();
      for (int i = 0; i < faults.size(); i++) {
        // The tables are there with the first revision.
        long due =
            Math.max(1, Math.round((model.versions() - 2 * AHEAD) * (i + 0.5) / faults.size()));
        feeder.allow(due + AHEAD);
        Waiting.whileMoving(
            "revision " + due + " of " + model.versions(),
            this::stored,
            Waiting.POLL,
            () -> stored() >= due);
        strike(faults.get(i), feeder);
      }
      feeder.allow(Long.MAX_VALUE);
      Waiting.whileMoving("the last line", this::stored, Waiting.POLL, feeder::isDone);
    }
    return Verdict.of(wire, model);
  }

  private void strike(Fault fault, Feeder feeder) {
    wire.audit().watch();
    long inFlight = inFlight(feeder);
    offeringMore(feeder, () -> fault.strike(wire, random));
    long start = System.nanoTime();
    long before = progress(fault.part());
    Waiting.until(
        "work of " + fault.part() + " after " + fault.name(),
        PATIENCE,
        () -> progress(fault.part()) >= before + STEPS || isDone(fault.part(), feeder));
    Duration recovery = Duration.ofNanos(System.nanoTime() - start);
    strikes.add(new Strike(fault, inFlight, recovery));
    LOG.info(
        "struck fault={} inFlight={} recoveryMillis={}",
        fault.name(),
        inFlight,
        recovery.toMillis());
  }

  /**
   * A fault may wait for work at which it strikes, and would wait for good without any: now and
   * then some is offered, sparingly, since the faults that follow need some too.
   */
  private void offeringMore(Feeder feeder, Runnable strike) {
    ScheduledExecutorService offers = Executors.newSingleThreadScheduledExecutor();
    offers.scheduleWithFixedDelay(
        () -> {
          if (feeder.inFlight() <= 0) {
            feeder.allow(stored() + 1);
          }
        },
        OFFER_MILLIS,
        OFFER_MILLIS,
        TimeUnit.MILLISECONDS);
    try {
      strike.run();
    } finally {
      offers.shutdownNow();
    }
  }

  /** Offers more until something is in flight at the random time that the fault strikes. */
  private long inFlight(Feeder feeder) {
    long inFlight = 0;
    while (inFlight <= 0) {
      Waiting.until("something in flight", PATIENCE, () -> isSomethingInFlight(feeder));
      Waiting.pause(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
      inFlight = feeder.inFlight();
    }
    return inFlight;
  }

  /** Offers more each time it is asked, since what was offered may be stored by then. */
  private boolean isSomethingInFlight(Feeder feeder) {
    long stored = stored();
    if (feeder.isDone() && stored >= model.versions()) {
      throw new IllegalStateException(
          "no articles are left for the other faults; give more with -Dfaults.articles");
    }
    if (stored >= 0) {
      feeder.allow(stored + AHEAD);
    }
    return stored >= 0 && feeder.inFlight() > 0;
  }

  /** Ingest reads again what it has read before; the others have nothing left to do. */
  private static boolean isDone(Part part, Feeder feeder) {
    return part != Part.INGEST && feeder.inFlight() <= 0;
  }

  private long stored() {
    return wire.tables().count();
  }

  /**
   * A number that grows when a part does its work; of a broker that does not answer it is known
   * when it does. What the sink had read it stores without one.
   */
  private long progress(Part part) {
    return switch (part) {
      case INGEST -> sum(wire.log().ends(Topics.ARTICLE));
      case ENRICH, BROKER -> sum(wire.log().ends(Topics.ENRICHED));
      default -> stored();
    };
  }

  private static long sum(Map<Integer, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The faults that fired so far. */
  public List<Strike> strikes() {
    return List.copyOf(strikes);
  }
}
