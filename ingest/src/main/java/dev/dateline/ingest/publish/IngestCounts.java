package dev.dateline.ingest.publish;

import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import io.micrometer.core.instrument.Counter;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what ingest does, for its metrics and for its report. */
public final class IngestCounts {

  private static final String STAGE = "ingest";

  private final Counter inMeter;
  private final Counter outMeter;
  private final Counter deadMeter;
  private final Counter deletedMeter;
  private final AtomicLong in = new AtomicLong();
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();

  public IngestCounts(Metrics metrics) {
    this.inMeter = metrics.articles(STAGE, Outcome.IN);
    this.outMeter = metrics.articles(STAGE, Outcome.OUT);
    this.deadMeter = metrics.articles(STAGE, Outcome.DEAD);
    this.deletedMeter = metrics.articles(STAGE, Outcome.DELETED);
  }

  /** An article or a failure was read. */
  public void in() {
    inMeter.increment();
    in.incrementAndGet();
  }

  /** An observation is committed. */
  public void published() {
    outMeter.increment();
    published.incrementAndGet();
  }

  /** A dead letter is committed. */
  public void rejected() {
    deadMeter.increment();
    rejected.incrementAndGet();
  }

  /** An article was taken down before and is kept out. */
  public void barred() {
    deletedMeter.increment();
  }

  /** Something holds no article. */
  public void skipped() {
    skipped.incrementAndGet();
  }

  IngestReport report() {
    return new IngestReport(in.get(), published.get(), rejected.get(), skipped.get());
  }
}
