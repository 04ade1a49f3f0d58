package dev.dateline.ingest.websub;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How hubs are used.
 *
 * @param callback public address of {@code /websub}, without a slash at its end; empty where no
 *     subscription is tried
 * @param safetyPoll interval between polls of a source whose hub tells what is new
 * @param grace how long a hub may take, to confirm or to deliver
 * @param lease for how long a subscription is asked for
 * @param retry after which a hub that kept items back is tried again
 */
public record WebSubSettings(
    Optional<String> callback,
    Duration safetyPoll,
    Duration grace,
    Duration lease,
    Duration retry) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              "websub.callback",
              "",
              "Public address that leads to /websub on the HTTP port of any ingest process; without"
                  + " it no hub is used."),
          new Setting(
              "websub.safety-poll", "1d", "Interval between polls of a source whose hub delivers."),
          new Setting(
              "websub.grace",
              "1h",
              "How long a hub may take; one that has not delivered an item by then is left."),
          new Setting("websub.lease", "7d", "For how long a subscription is asked for."),
          new Setting("websub.retry", "14d", "A hub that kept items back is tried again after."));

  /**
   * @throws UserException with {@link ExitCode#USAGE} where a value is wrong
   */
  public static WebSubSettings from(Settings settings) {
    return new WebSubSettings(
        settings.optionalText("websub.callback").map(WebSubSettings::callback),
        settings.duration("websub.safety-poll"),
        settings.duration("websub.grace"),
        settings.duration("websub.lease"),
        settings.duration("websub.retry"));
  }

  private static String callback(String address) {
    if (!address.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      throw new UserException(
          ExitCode.USAGE,
          "websub.callback is no address that hubs can call: "
              + address
              + ". Write it as https://news.example.org/websub");
    }
    return address.replaceFirst("/+$", "");
  }

  /** A hub that leases for less would be asked all the time. */
  Duration shortestLease() {
    return lease.dividedBy(1_000);
  }

  /** However long a hub leases, it is asked again after this. */
  public Duration longestLease() {
    return lease.multipliedBy(4);
  }
}
