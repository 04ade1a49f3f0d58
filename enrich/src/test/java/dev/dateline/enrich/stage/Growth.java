package dev.dateline.enrich.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** Asserts that work grows no faster than the text, without a clock. */
public final class Growth {

  private static final int SMALL = 100_000;

  private static final int TIMES = 4;

  /** Four times the text may take so many times the work: tables and buffers grow in steps. */
  private static final double MOST = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * Gives the work a text of repetitions and one four times as long, and compares the bytes that
   * each allocates: they grow with the work, and unlike time they are the same on a busy machine.
   */
  public static void assertLinear(String unit, Consumer<String> work) {
    work.accept(unit.repeat(SMALL / unit.length()));
    double small = allocated(unit.repeat(SMALL / unit.length()), work);
    double large = allocated(unit.repeat(TIMES * SMALL / unit.length()), work);
    assertThat(large / small).isLessThan(MOST);
  }

  private static long allocated(String text, Consumer<String> work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.accept(text);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
