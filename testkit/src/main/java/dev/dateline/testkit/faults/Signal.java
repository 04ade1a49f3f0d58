package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What is sent to a process by its number. */
enum Signal {
  STOP,
  CONT;

  /**
   * Sends it.
   *
   * @throws IllegalStateException where there is no such process
   */
  void send(long pid) {
    try {
      int status = new ProcessBuilder("kill", "-" + name(), "" + pid).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("cannot send " + this + " to process " + pid);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no command kill", e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }
}
