package dev.dateline.enrich.topology;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How enrich runs.
 *
 * @param stateDirectory where the register lies; one for each process
 * @param threads how many threads process; partitions are shared among all threads of all processes
 * @param standbyReplicas how many other processes keep a copy of each register, to take over faster
 * @param tagger which tagger reads the articles
 * @param modelDirectory where the deep tagger's encoder lies
 * @param personPublishers how many publishers name a person until they are known; 0 learns nobody
 */
public record EnrichSettings(
    Path stateDirectory,
    int threads,
    int standbyReplicas,
    TaggerChoice tagger,
    Path modelDirectory,
    int personPublishers) {

  /** Which tagger reads the articles. */
  public enum TaggerChoice {
    /** The deep one where its encoder has been fetched, else the fast one. */
    AUTO,
    FAST,
    DEEP
  }

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
          new Setting(
              "enrich.tagger",
              "auto",
              "Which tagger reads the articles: fast, deep, or auto for deep where its model is"
                  + " there."),
          new Setting(
              "enrich.model-dir",
              ".dateline/models",
              "Folder of the deep tagger's model, as dateline model fetch keeps it."),
          new Setting(
              "enrich.person-publishers",
              "3",
              "A person whom so many publishers name gets a local id; 0 learns nobody."));

  public static EnrichSettings from(Settings settings) {
    return new EnrichSettings(
        Path.of(settings.text("enrich.state-dir")),
        settings.integer("enrich.threads", 1, 256),
        settings.integer("enrich.standby-replicas", 0, 10),
        choice(settings.text("enrich.tagger")),
        Path.of(settings.text("enrich.model-dir")),
        settings.integer("enrich.person-publishers", 0, 100));
  }

  private static TaggerChoice choice(String name) {
    for (TaggerChoice choice : TaggerChoice.values()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(name)) {
        return choice;
      }
    }
    throw new UserException(
        ExitCode.USAGE, "enrich.tagger must be auto, fast or deep, but is '" + name + "'.");
  }
}
