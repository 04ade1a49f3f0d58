package dev.dateline.app.command;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C and SIGTERM: an orderly close, and only then the end of the process. */
final class StopSignal {

  private StopSignal() {}

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
