package dev.dateline.sink;

import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import io.micrometer.core.instrument.Counter;
import java.util.concurrent.atomic.AtomicLong;

/** The counters of the sink, moved after each commit: in = out + duplicate + dead at all times. */
final class SinkMeters {

  static final String STAGE = "sink";

  private final Counter in;
  private final Counter out;
  private final Counter duplicate;
  private final Counter dead;
  private final AtomicLong lag = new AtomicLong();

  SinkMeters(Metrics metrics) {
    this.in = metrics.articles(STAGE, Outcome.IN);
    this.out = metrics.articles(STAGE, Outcome.OUT);
    this.duplicate = metrics.articles(STAGE, Outcome.DUPLICATE);
    this.dead = metrics.articles(STAGE, Outcome.DEAD);
    metrics.lag(STAGE, lag::get);
  }

  void count(WriteResult.Written written) {
    int done = written.stored().size() + written.removed();
    in.increment(done + written.duplicates() + written.dead().size());
    out.increment(done);
    duplicate.increment(written.duplicates());
    dead.increment(written.dead().size());
  }

  void lag(long records) {
    lag.set(records);
  }

  /** One line for the health endpoint. */
  String describe() {
    return "stored %.0f, duplicate %.0f, dead %.0f, lag %d"
        .formatted(out.count(), duplicate.count(), dead.count(), lag.get());
  }
}
