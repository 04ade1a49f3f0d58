package dev.dateline.ingest.source;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder or file that somebody names as a source. */
public final class SourcePath {

  private static final int MOST_NEIGHBOURS = 10_000;

  private SourcePath() {}

  /**
   * Its real path.
   *
   * @throws UserException with {@link ExitCode#INPUT} where there is nothing; it names the
   *     neighbour that was probably meant
   */
  public static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      String hint =
          neighbour(path)
              .map(near -> " Did you mean '" + near + "'?")
              .orElse(" Name a folder with articles, or a file.");
      throw new UserException(
          ExitCode.INPUT,
          "There is no file or folder "
              + path
              + " (looked in "
              + path.toAbsolutePath().getParent()
              + ")."
              + hint,
          e);
    }
  }

  private static Optional<String> neighbour(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || path.getFileName() == null) {
      return Optional.empty();
    }
    try (Stream<Path> names = Files.list(folder)) {
      List<String> known =
          names.map(name -> name.getFileName().toString()).limit(MOST_NEIGHBOURS).toList();
      return Nearest.to(path.getFileName().toString(), known);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
