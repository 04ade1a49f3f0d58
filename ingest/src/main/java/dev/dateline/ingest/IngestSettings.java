package dev.dateline.ingest;

import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What ingest reads.
 *
 * @param path folder or file with articles
 * @param watch whether it stays and takes what is new; otherwise it ends after one pass
 * @param settle how long a file must be left alone to count as whole
 * @param rescan how often the whole folder is looked at while it is watched
 * @param limits what is read at most
 */
public record IngestSettings(
    Path path, boolean watch, Duration settle, Duration rescan, ExtractLimits limits) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting("ingest.path", "", "Folder or file with articles to ingest."),
          new Setting(
              "ingest.watch", "true", "Stay and take what is new; false ends after one pass."),
          new Setting(
              "ingest.settle", "500ms", "A file counts as whole when nothing wrote to it so long."),
          new Setting(
              "ingest.rescan", "30s", "How often the whole folder is looked at while watching."),
          new Setting(
              "ingest.limit",
              "10000000",
              "Bytes of one article's file, or of one line of JSON Lines, that are read at most."));

  /**
   * @throws UserException with {@link ExitCode#USAGE} where a value is missing or wrong
   */
  public static IngestSettings from(Settings settings) {
    String path =
        settings
            .optionalText("ingest.path")
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.USAGE,
                        "Nothing to ingest: ingest.path is not set. Name a folder or a file with"
                            + " articles."));
    return new IngestSettings(
        path(path),
        settings.flag("ingest.watch"),
        settings.duration("ingest.settle"),
        settings.duration("ingest.rescan"),
        limits(settings));
  }

  /**
   * What is read at most; all that is needed to read without a source.
   *
   * @throws UserException with {@link ExitCode#USAGE} where the value is wrong
   */
  public static ExtractLimits limits(Settings settings) {
    return ExtractLimits.DEFAULT.withItemBytes(
        settings.integer("ingest.limit", 1_000, 1_000_000_000));
  }

  private static Path path(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new UserException(ExitCode.USAGE, "ingest.path is no path: " + e.getReason() + ".", e);
    }
  }
}
