package dev.dateline.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM: an orderly close, and only then the end of the process. */
final class StopSignal {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private StopSignal() {}

  /** Work that a signal asks to stop; closed when it has ended. */
  static final class Work implements AutoCloseable {

    private final CountDownLatch ended = new CountDownLatch(1);

    private Work() {}

    private void stop(Runnable stop) {
      if (ended.getCount() == 0) {
        return;
      }
      stop.run();
      try {
        ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      ended.countDown();
    }
  }

  /** Asks the work to stop when the signal comes; the process ends when the work has. */
  static Work stopOnSignal(Runnable stop) {
    Work work = new Work();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> work.stop(stop), "stop"));
    return work;
  }

  /** Closes in order when the signal comes, without waiting for it. */
  static void closeOnSignal(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "stop"));
  }

  /** Waits for the signal; the process ends when {@code close} has returned. */
  static void await(Runnable close) {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close.run();
                  closed.countDown();
                },
                "stop"));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
