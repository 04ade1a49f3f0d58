package dev.dateline.testkit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what a whole JVM of tests shares. */
final class AtExit {

  private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);

  private AtExit() {}

  static <T extends AutoCloseable> T close(T shared) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeNow(shared)));
    return shared;
  }

  private static void closeNow(AutoCloseable shared) {
    try {
      shared.close();
    } catch (Exception e) {
      LOG.warn("cannot close what the tests shared", e);
    }
  }
}
