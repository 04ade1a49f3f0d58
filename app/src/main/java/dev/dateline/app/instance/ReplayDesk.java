package dev.dateline.app.instance;

import dev.dateline.app.replay.ReplaySummary;
import dev.dateline.app.replay.Replays;
import dev.dateline.app.replay.TagDifference;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.app.service.Taggers;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.CorrectionReader;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Where operators tag articles anew beside the live ones, and promote that. */
public final class ReplayDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Settings settings;
  private final KafkaClients clients;
  private final Replays replays;

  private ReplayDesk(Settings settings, KafkaClients clients) {
    this.settings = settings;
    this.clients = clients;
    this.replays = new Replays(clients, Clock.systemUTC());
  }

  /**
   * Of the brokers that the settings name, or else of the instance that runs in the data folder.
   *
   * @throws UserException where there are none
   */
  public static ReplayDesk open(Settings settings, Path data) {
    return new ReplayDesk(settings, Brokers.required(settings, data));
  }

  /**
   * Tags what was observed in a time with the tagger that the settings ask for, and what operators
   * said of entities by now.
   *
   * @throws UserException where there is such a version already
   */
  public ReplaySummary run(
      Instant from,
      Instant to,
      String version,
      Consumer<String> says,
      Consumer<TagDifference> each) {
    return Brokers.answered(
        () -> {
          if (replays.exists(version)) {
            throw new UserException(
                ExitCode.USAGE,
                "There is a version "
                    + version
                    + " already. Choose another name, or 'dateline replay drop "
                    + version
                    + "' first.");
          }
          return replays.run(tagger(says), from, to, version, each);
        });
  }

  private Tagger tagger(Consumer<String> says) {
    Tagger tagger =
        Taggers.load(EnrichSettings.from(settings), KnowledgeSettings.from(settings).load(), says);
    try (CorrectionReader reader = new CorrectionReader(clients)) {
      return tagger.corrected(reader.readToEnd(PATIENCE));
    }
  }

  /**
   * Compares a version with what is live.
   *
   * @throws UserException where there is none
   */
  public ReplaySummary compare(String version, Consumer<TagDifference> each) {
    return Brokers.answered(
        () -> {
          require(version);
          return replays.compare(version, each);
        });
  }

  /**
   * Promotes a version; the same again changes nothing.
   *
   * @return how many articles were handed to enrich
   * @throws UserException where there is none, or a part of it alone
   */
  public int promote(String version) {
    return Brokers.answered(
        () -> {
          require(version);
          if (!replays.isWhole(version)) {
            throw new UserException(
                ExitCode.USAGE,
                "Version "
                    + version
                    + " is not whole: its replay was ended, or runs still. Wait for that, or"
                    + " 'dateline replay drop "
                    + version
                    + "' and make it again.");
          }
          return replays.promote(version);
        });
  }

  /**
   * Forgets a version; what was promoted stays.
   *
   * @throws UserException where there is none
   */
  public void drop(String version) {
    Brokers.answered(
        () -> {
          require(version);
          replays.drop(version);
          return true;
        });
  }

  private void require(String version) {
    if (!replays.exists(version)) {
      throw new UserException(
          ExitCode.NOT_FOUND,
          "There is no version " + version + ". Make it: dateline replay --into " + version + ".");
    }
  }
}
