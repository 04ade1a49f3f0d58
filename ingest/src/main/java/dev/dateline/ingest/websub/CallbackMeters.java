package dev.dateline.ingest.websub;

import dev.dateline.runtime.metrics.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts callbacks of hubs: {@code dateline_hub_callbacks_total} by outcome. */
final class CallbackMeters {

  /** What became of a callback. */
  enum Outcome {
    /** A document, for whoever watches the source. */
    CONTENT,
    CONFIRMED,
    ENDED,
    DENIED,
    /** No lease of ours, or not what we asked for. */
    UNKNOWN,
    /** The signature is missing or wrong. */
    UNSIGNED,
    /** Too many of one lease, or too many that are being read. */
    LIMITED,
    /** Or too slow. */
    TOO_LARGE,
    /** The brokers do not take it now. */
    FAILED
  }

  private final MeterRegistry registry;

  CallbackMeters(Metrics metrics) {
    this.registry = metrics.registry();
    for (Outcome outcome : Outcome.values()) {
      counter(outcome);
    }
  }

  void count(Outcome outcome) {
    counter(outcome).increment();
  }

  private Counter counter(Outcome outcome) {
    return Counter.builder("dateline.hub.callbacks")
        .description("Callbacks of WebSub hubs by outcome")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .register(registry);
  }
}
