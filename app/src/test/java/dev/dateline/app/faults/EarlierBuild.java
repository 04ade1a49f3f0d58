package dev.dateline.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The product as it was: a revision that is checked out beside the repository and built, or the
 * folder of a build.
 *
 * @param folder in which {@code app/target} lies
 * @param repository from which it is checked out
 * @param temporary whether it goes in the end
 */
record EarlierBuild(Path folder, Path repository, boolean temporary) implements AutoCloseable {

  /**
   * Builds it; that takes minutes.
   *
   * @param revision as git understands it, or a folder
   */
  static EarlierBuild of(String revision, Path repository)
      throws IOException, InterruptedException {
    Path folder = Path.of(revision);
    if (Files.isDirectory(folder.resolve("app/target"))) {
      return new EarlierBuild(folder, repository, false);
    }
    Path checkout = Faults.folder("earlier").resolve("checkout");
    run(repository, "git", "worktree", "add", "--detach", checkout.toString(), revision);
    EarlierBuild earlier = new EarlierBuild(checkout, repository, true);
    try {
      run(
          checkout,
          "mvn -B -ntp -o -q package -pl app -am -Dmaven.test.skip=true -Dspotless.check.skip=true"
              .split(" "));
    } catch (IOException e) {
      earlier.close();
      throw e;
    }
    return earlier;
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(List.of(command) + " ends with " + process.exitValue());
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (temporary) {
      run(repository, "git", "worktree", "remove", "--force", folder.toString());
    }
  }
}
