package dev.dateline.embedded.data;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.FileFault;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where one embedded Dateline keeps everything: {@code kafka/}, {@code postgres/}, {@code cache/}
 * (may be deleted while nothing runs), {@code models/}, {@code version}, {@code lock} and, while an
 * instance runs, {@code instance.json}.
 */
public final class DataFolder {

  /** Raised whenever an older Dateline could not use the folder, or a newer one must convert it. */
  static final String FORMAT = "1";

  private static final String CACHE = "dateline.cache";
  private static final String UNFINISHED_VERSION = "version.new";

  /** Where a process that uses the folder writes its log, before it takes the folder. */
  private static final String LOG = "log";

  private static final String MEMBERS = "members";

  /** Models may be fetched before anything else uses the folder. */
  private static final String MODELS = "models";

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /**
   * Opens a folder without using it; it may be missing.
   *
   * @throws UserException with {@link ExitCode#DATA_FOLDER} where another version made it, or where
   *     it holds something else
   */
  public static DataFolder open(Path path) {
    DataFolder folder = new DataFolder(path.toAbsolutePath().normalize());
    folder.checkVersion();
    return folder;
  }

  /**
   * Takes the folder for this process alone; makes it where it is missing. Closing the lock gives
   * it back.
   *
   * @throws UserException with {@link ExitCode#DATA_FOLDER} where a running instance has it, or
   *     where it cannot be written
   */
  public DataLock lock() {
    try {
      Files.createDirectories(path);
      checkVersion();
      DataLock lock = DataLock.take(path);
      writeVersion();
      return lock;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * The file for the log of a process that is going to use the folder. Whether it can be written is
   * tried out without leaving anything behind: a log that cannot be written says so at length, and
   * before anybody else does.
   *
   * @throws UserException with {@link ExitCode#DATA_FOLDER} where it cannot be written
   */
  public Path log() {
    Path log = path.resolve(LOG).resolve("dateline.log");
    Path nearest = log;
    while (!Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    try {
      if (nearest.equals(log)) {
        Files.newOutputStream(log, StandardOpenOption.APPEND).close();
        nearest = log.getParent();
      }
      Files.delete(Files.createTempFile(nearest, UNFINISHED_VERSION, null));
    } catch (IOException e) {
      throw unusable(e);
    }
    return log;
  }

  private UserException unusable(IOException e) {
    String reason =
        e instanceof NoSuchFileException ? "nothing can be made there" : FileFault.reason(e);
    return new UserException(
        ExitCode.DATA_FOLDER,
        "The data folder "
            + path
            + " cannot be written: "
            + reason
            + ". Choose another with --data.",
        e);
  }

  /** The instance that uses the folder now, where one does. */
  public Optional<Instance> running() {
    return InstanceFile.read(path).filter(Instance::isAlive);
  }

  private void checkVersion() {
    if (!Files.exists(path)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new UserException(
          ExitCode.DATA_FOLDER, path + " is no folder. Choose another with --data.");
    }
    String found = readVersion();
    if (!found.equals(FORMAT)) {
      throw new UserException(
          ExitCode.DATA_FOLDER,
          "The data folder "
              + path
              + " has format "
              + found
              + "; this Dateline reads format "
              + FORMAT
              + ". Use the Dateline that made it, choose another folder with --data, or move it"
              + " away.");
    }
  }

  private String readVersion() {
    try {
      if (Files.exists(version())) {
        return Files.readString(version()).strip();
      }
      return isUnused() ? FORMAT : "unknown (no file named version)";
    } catch (IOException e) {
      throw new UserException(
          ExitCode.DATA_FOLDER, "Cannot read " + version() + ": " + FileFault.reason(e) + ".", e);
    }
  }

  private void writeVersion() throws IOException {
    if (!Files.exists(version())) {
      Path unfinished = path.resolve(UNFINISHED_VERSION);
      Files.writeString(unfinished, FORMAT + "\n");
      Files.move(unfinished, version(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Nothing there but models and names of members, or no more than what a start leaves that was
   * killed at once.
   */
  private boolean isUnused() throws IOException {
    try (var entries = Files.list(path)) {
      return entries.allMatch(
          entry ->
              entry.endsWith(DataLock.FILE)
                  || entry.getFileName().toString().startsWith(UNFINISHED_VERSION)
                  || entry.endsWith(LOG)
                  || entry.endsWith(MODELS)
                  || entry.endsWith(MEMBERS));
    }
  }

  private Path version() {
    return path.resolve("version");
  }

  /** The folder itself, absolute. */
  public Path path() {
    return path;
  }

  /** For {@link dev.dateline.embedded.kafka.EmbeddedKafka}. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** For {@link dev.dateline.embedded.postgres.EmbeddedPostgres}. */
  public Path postgres() {
    return path.resolve("postgres");
  }

  /** For the names under which this instance joins groups. */
  public Path members() {
    return path.resolve(MEMBERS);
  }

  /** For models that were fetched. */
  public Path models() {
    return path.resolve(MODELS);
  }

  /**
   * For what can be made again: unpacked programs, archives of classes. An installation may keep it
   * for all data folders, in the folder that {@value #CACHE} names.
   */
  public Path cache() {
    String shared = System.getProperty(CACHE, "");
    return shared.isBlank() ? path.resolve("cache") : Path.of(shared).toAbsolutePath();
  }
}
