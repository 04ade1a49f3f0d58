package dev.dateline.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

/** The meters of a process. */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Where articles went in one stage: a counter {@code dateline_articles_total}. */
  public Counter articles(String stage, Outcome outcome) {
    return Counter.builder("dateline.articles")
        .description("Articles by stage and outcome")
        .tag("stage", stage)
        .tag("outcome", outcome.label())
        .register(registry);
  }

  /** Records not yet taken by a stage: a gauge {@code dateline_lag_records}. */
  public void lag(String stage, Supplier<Number> records) {
    Gauge.builder("dateline.lag.records", records)
        .description("Records that a stage has not taken yet")
        .tag("stage", stage)
        .strongReference(true)
        .register(registry);
  }

  /** Adds the meters of a library: Kafka clients, Streams, connection pools. */
  public void bind(MeterBinder binder) {
    binder.bindTo(registry);
  }

  /** The registry behind it. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All meters in the Prometheus text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
