package dev.dateline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations a second of processor time of the whole process, garbage collection and compilation
 * among it. On a machine that others use too this says what one core gives; the time on the wall
 * does not.
 */
public final class ProcessorTime implements InternalProfiler {

  /** Name of the result. */
  static final String RESULT = "processor.rate";

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private long start;

  @Override
  public String getDescription() {
    return "Operations a second of processor time";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (system.getProcessCpuTime() - start) / 1e9;
    double rate = result.getMetadata().getAllOps() / seconds;
    return List.of(new ScalarResult(RESULT, rate, "ops/s", AggregationPolicy.AVG));
  }
}
