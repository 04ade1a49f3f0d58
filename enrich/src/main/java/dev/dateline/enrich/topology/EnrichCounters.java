package dev.dateline.enrich.topology;

import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import io.micrometer.core.instrument.Counter;

/** Counts committed outcomes: what came in went out, was a duplicate, is dead or deleted. */
final class EnrichCounters implements EnrichListener {

  private final Counter in;
  private final Counter out;
  private final Counter duplicate;
  private final Counter dead;
  private final Counter deleted;

  EnrichCounters(Metrics metrics, String stage) {
    in = metrics.articles(stage, Outcome.IN);
    out = metrics.articles(stage, Outcome.OUT);
    duplicate = metrics.articles(stage, Outcome.DUPLICATE);
    dead = metrics.articles(stage, Outcome.DEAD);
    deleted = metrics.articles(stage, Outcome.DELETED);
  }

  @Override
  public void committed(EnrichEvent event) {
    in.increment();
    if (event instanceof EnrichEvent.Published) {
      out.increment();
    } else if (event instanceof EnrichEvent.Repeated) {
      duplicate.increment();
    } else if (event instanceof EnrichEvent.Barred) {
      deleted.increment();
    } else {
      dead.increment();
    }
  }
}
