package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets articles flow at a steady pace for a long time, and watches the memory of each process. */
public final class Soak {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int BACKLOG = 500;
  private static final int SAMPLES = 40;
  private static final Duration BRIEFEST = Duration.ofSeconds(10);

  private final Wire wire;
  private final NewsModel model;
  private final Map<String, List<Memory.Sample>> samples = new LinkedHashMap<>();

  public Soak(Wire wire, NewsModel model) {
    this.wire = wire;
    this.model = model;
  }

  /**
   * Runs it, until all articles of the model should be stored.
   *
   * @return what is wrong then
   */
  public List<Violation> run(Duration time) {
    List<Part> services = List.of(Part.INGEST, Part.ENRICH, Part.SINK);
    services.forEach(wire::start);
    try (Feeder feeder = new Feeder(model, wire.articles(), wire.tables()::count, BACKLOG)) {
      feeder.allow(1);
      feeder.start();
      Waiting.until("the first article", PATIENCE, () -> wire.tables().count() > 0);
      long start = System.nanoTime();
      Duration interval = time.dividedBy(SAMPLES);
      Duration pause = interval.compareTo(BRIEFEST) < 0 ? BRIEFEST : interval;
      double passed = 0;
      while (passed < time.toSeconds()) {
        feeder.allow((long) (model.versions() * passed / time.toSeconds()) + 1);
        Waiting.pause(Duration.ofSeconds(1));
        passed = (System.nanoTime() - start) / 1e9;
        if (passed >= taken() * (double) pause.toSeconds()) {
          sample(passed, services);
        }
      }
      feeder.allow(Long.MAX_VALUE);
      Waiting.until("the last line", PATIENCE, feeder::isDone);
    }
    return Verdict.of(wire, model);
  }

  private int taken() {
    return samples.values().stream().mapToInt(List::size).findFirst().orElse(0) + 1;
  }

  private void sample(double seconds, List<Part> services) {
    for (Part part : services) {
      add(part, Memory.ofJvm(seconds, wire.process(part.command()).pid()));
    }
    add(Part.BROKER, Memory.ofJvm(seconds, wire.embedded().broker().pid()));
    add(Part.DATABASE, Memory.ofTree(seconds, wire.embedded().postgres().pid()));
  }

  private void add(Part part, Memory.Sample sample) {
    samples.computeIfAbsent(part.command(), key -> new ArrayList<>()).add(sample);
  }

  /** The memory of each process. */
  public List<Memory> memory() {
    return samples.entrySet().stream()
        .map(entry -> new Memory(entry.getKey(), entry.getValue()))
        .toList();
  }
}
