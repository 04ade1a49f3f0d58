package dev.dateline.ingest.watch;

import dev.dateline.ingest.poll.Pacing;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How sources are watched.
 *
 * @param pacing how often they are asked
 * @param threads polls at once, each of another domain
 * @param honouring whether articles are left out that their publisher reserves
 */
public record WatchSettings(Pacing pacing, int threads, boolean honouring) {

  /** For how long a domain is left alone when its server fails first. */
  Duration domainPause() {
    return pacing.shortest().dividedBy(8);
  }

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting("watch.first", "15m", "Interval between polls of a source that is new."),
          new Setting("watch.shortest", "2m", "No source is asked more often."),
          new Setting("watch.longest", "2h", "No source that is well is asked less often."),
          new Setting("watch.threads", "64", "Polls at once, each of another domain."),
          new Setting(
              "watch.honour-reservations",
              "false",
              "Leave out articles that TDMRep or noai reserve; otherwise events carry that."));

  /**
   * @throws UserException with {@link ExitCode#USAGE} where a value is wrong
   */
  public static WatchSettings from(Settings settings) {
    return new WatchSettings(
        new Pacing(
            settings.duration("watch.first"),
            settings.duration("watch.shortest"),
            settings.duration("watch.longest")),
        settings.integer("watch.threads", 1, 1_000),
        settings.flag("watch.honour-reservations"));
  }
}
