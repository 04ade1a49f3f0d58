package dev.dateline.ingest.watch;

import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.runtime.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * Counts polls: {@code dateline_polls_total} by outcome, {@code dateline_source_gaps_total}; hubs.
 */
final class WatchMeters {

  private final MeterRegistry registry;
  private final Counter documents;
  private final Counter unchanged;
  private final Counter failed;
  private final Counter gaps;
  private final Counter demotions;

  WatchMeters(Metrics metrics) {
    this.registry = metrics.registry();
    this.documents = polls("document");
    this.unchanged = polls("unchanged");
    this.failed = polls("failed");
    this.gaps =
        Counter.builder("dateline.source.gaps")
            .description("Polls that met no known item, so that some may have been missed")
            .register(registry);
    this.demotions =
        Counter.builder("dateline.hub.demotions")
            .description("WebSub hubs that kept items back, so that their source is polled again")
            .register(registry);
  }

  private Counter polls(String outcome) {
    return Counter.builder("dateline.polls")
        .description("Polls of sources by outcome")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** A gauge {@code dateline_sources} by state. */
  void sources(String state, Supplier<Number> number) {
    Gauge.builder("dateline.sources", number)
        .description("Sources that this process watches")
        .tag("state", state)
        .strongReference(true)
        .register(registry);
  }

  /** A gauge {@code dateline_hubs} by state. */
  void hubs(String state, Supplier<Number> number) {
    Gauge.builder("dateline.hubs", number)
        .description("Sources that this process watches and that name a WebSub hub")
        .tag("state", state)
        .strongReference(true)
        .register(registry);
  }

  /** A hub kept items back. */
  void demoted() {
    demotions.increment();
  }

  void count(Polled polled) {
    Counter outcome =
        polled.failure() != null
            ? failed
            : polled.state().getUnchangedPolls() > 0 ? unchanged : documents;
    outcome.increment();
    if (polled.gap()) {
      gaps.increment();
    }
  }
}
