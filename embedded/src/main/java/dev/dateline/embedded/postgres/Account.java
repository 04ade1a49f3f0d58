package dev.dateline.embedded.postgres;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who PostgreSQL runs as: it refuses to run as root. An ordinary user runs it as himself. Root runs
 * it in a user namespace that calls root by another number (no file changes hands, and folders that
 * only root may enter work), or, where namespaces are forbidden, as an unprivileged user who then
 * owns the data.
 *
 * @param prefix what comes before each command
 * @param owner the user and group who must own the data, by number
 */
record Account(List<String> prefix, int owner) {

  private static final int NOBODY = 65534;
  private static final List<String> NAMESPACE =
      List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY);
  private static final List<String> UNPRIVILEGED =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /** The account for this process, on this machine. */
  static Account current() {
    int uid = uid();
    if (uid != 0) {
      return new Account(List.of(), uid);
    }
    if (works(NAMESPACE, "true")) {
      return new Account(NAMESPACE, 0);
    }
    if (works(UNPRIVILEGED, "true")) {
      return unprivileged();
    }
    throw new UserException(
        ExitCode.UNAVAILABLE,
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here."
            + " Run Dateline as an ordinary user.");
  }

  /** By the owner of a new file: the JDK's UnixSystem takes a user without a name for root. */
  private static int uid() {
    try {
      Path file = Files.createTempFile("dateline", ".uid");
      try {
        return (int) Files.getAttribute(file, "unix:uid");
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the user of this process", e);
    }
  }

  static Account unprivileged() {
    return new Account(UNPRIVILEGED, NOBODY);
  }

  /** The command as it must be started. */
  List<String> run(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /**
   * Hands a folder over, where root runs PostgreSQL and the folder has another owner.
   *
   * @throws UserException where that owner cannot get to it
   */
  void own(Path folder) {
    try {
      if (!prefix.isEmpty() && !Files.getAttribute(folder, "unix:uid").equals(owner)) {
        Trees.giveTo(folder, owner, owner);
      }
      if (owner == NOBODY && !works(prefix, "test", "-w", folder.toString())) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            "PostgreSQL refuses to run as root and runs as 'nobody' here, who may not enter "
                + folder
                + ". Choose a data folder with --data that everybody may enter, or run Dateline as"
                + " an ordinary user.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hand over " + folder, e);
    }
  }

  private static boolean works(List<String> prefix, String... command) {
    List<String> probe = new ArrayList<>(prefix);
    probe.addAll(List.of(command));
    try {
      Process process =
          new ProcessBuilder(probe)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
