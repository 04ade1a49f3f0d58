package dev.dateline.sink;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where articles are stored, and how many at once.
 *
 * @param jdbcUrl address of the database
 * @param user name to log in with
 * @param password the password; empty where the database asks for none
 * @param poolSize most connections to the database
 * @param batchRecords most records in one transaction
 * @param batchBytes most bytes that a broker sends at once, and so about the most in one
 *     transaction
 */
public record SinkSettings(
    String jdbcUrl, String user, String password, int poolSize, int batchRecords, int batchBytes) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              "sink.jdbc-url",
              "jdbc:postgresql://127.0.0.1:5432/dateline",
              "PostgreSQL database of the articles."),
          new Setting("sink.user", "dateline", "Database user; owns the tables."),
          new Setting("sink.password", "", "Password of the database user."),
          new Setting(
              "sink.password-file", "", "File that holds the password; wins over sink.password."),
          new Setting("sink.pool-size", "4", "Most connections to the database."),
          new Setting("sink.batch-records", "500", "Most records in one transaction."),
          new Setting(
              "sink.batch-bytes",
              "8388608",
              "Most bytes that a broker sends at once, about the most in one transaction."));

  public static SinkSettings from(Settings settings) {
    return new SinkSettings(
        settings.text("sink.jdbc-url"),
        settings.text("sink.user"),
        settings
            .optionalText("sink.password-file")
            .map(SinkSettings::read)
            .orElse(settings.text("sink.password")),
        settings.integer("sink.pool-size", 2, 100),
        settings.integer("sink.batch-records", 1, 10_000),
        settings.integer("sink.batch-bytes", 64 * 1024, 256 * 1024 * 1024));
  }

  /** The same, for another database. */
  public SinkSettings at(String otherUrl, String otherUser, String otherPassword) {
    return new SinkSettings(otherUrl, otherUser, otherPassword, poolSize, batchRecords, batchBytes);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.INPUT,
          "Cannot read sink.password-file " + file + ": make it readable for this user.",
          e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SinkSettings[jdbcUrl=" + jdbcUrl + ", user=" + user + "]";
  }
}
