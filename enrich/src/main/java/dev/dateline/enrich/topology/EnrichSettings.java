package dev.dateline.enrich.topology;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * How enrich runs.
 *
 * @param stateDirectory where the register lies; one for each process
 * @param threads how many threads process; partitions are shared among all threads of all processes
 * @param standbyReplicas how many other processes keep a copy of each register, to take over faster
 * @param tagger which tagger reads the articles
 */
public record EnrichSettings(Path stateDirectory, int threads, int standbyReplicas, String tagger) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              "enrich.state-dir",
              ".dateline/enrich",
              "Folder of the register; one for each process. Kafka holds a copy."),
          new Setting("enrich.threads", "1", "Threads that tag; partitions are shared among them."),
          new Setting(
              "enrich.standby-replicas",
              "0",
              "Other processes that keep a copy of each register, to take over faster."),
          new Setting("enrich.tagger", "fast", "Which tagger reads the articles: fast."));

  private static final List<String> TAGGERS = List.of("fast");

  public static EnrichSettings from(Settings settings) {
    String tagger = settings.text("enrich.tagger");
    if (!TAGGERS.contains(tagger)) {
      throw new UserException(
          ExitCode.USAGE, "enrich.tagger must be one of " + TAGGERS + ", but is '" + tagger + "'.");
    }
    return new EnrichSettings(
        Path.of(settings.text("enrich.state-dir")),
        settings.integer("enrich.threads", 1, 256),
        settings.integer("enrich.standby-replicas", 0, 10),
        tagger);
  }
}
