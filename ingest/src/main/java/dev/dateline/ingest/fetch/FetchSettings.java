package dev.dateline.ingest.fetch;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How documents are fetched.
 *
 * @param userAgent what it calls itself; its product is the name that robots.txt knows it by
 * @param connectTimeout for a name lookup, a connection and its securing, each
 * @param requestTimeout on the wire for a whole request, over all its hops
 * @param mostBytes of a body, as sent and decoded
 * @param mostRedirects that are followed
 * @param allow networks and hosts that may be fetched from though they are not public
 * @param robots whether robots.txt is kept
 * @param hostDelay between requests to one host
 */
public record FetchSettings(
    String userAgent,
    Duration connectTimeout,
    Duration requestTimeout,
    long mostBytes,
    int mostRedirects,
    List<String> allow,
    boolean robots,
    Duration hostDelay) {

  static final String PRODUCT = "Dateline";

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              "fetch.user-agent",
              "",
              "What fetches call themselves; empty for Dateline, its version and fetch.contact."),
          new Setting(
              "fetch.contact",
              "",
              "Web page or mail address for site owners, told with every fetch."),
          new Setting(
              "fetch.connect-timeout",
              "10s",
              "For a name lookup, a connection and its securing, each."),
          new Setting("fetch.timeout", "30s", "For a whole request, over all its redirects."),
          new Setting("fetch.limit", "10000000", "Bytes of a fetched document, decoded, at most."),
          new Setting("fetch.redirects", "10", "Most redirects that are followed."),
          new Setting(
              "fetch.allow",
              "",
              "Networks, addresses and host names, each with a port or for all, comma separated,"
                  + " that are fetched from though they are not public."),
          new Setting("fetch.robots", "true", "Keep robots.txt; false is for sites of your own."),
          new Setting("fetch.host-delay", "1s", "Between two requests to one host."));

  public FetchSettings {
    allow = List.copyOf(allow);
    allow.forEach(Allowance::parse);
    requirePositive(connectTimeout, "fetch.connect-timeout");
    requirePositive(requestTimeout, "fetch.timeout");
    if (hostDelay.isNegative()) {
      throw new IllegalArgumentException("fetch.host-delay must not be negative");
    }
  }

  private static void requirePositive(Duration duration, String key) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(key + " must be longer than nothing");
    }
  }

  /**
   * @throws UserException with {@link ExitCode#USAGE} where a value is wrong
   */
  public static FetchSettings from(Settings settings) {
    try {
      return new FetchSettings(
          settings.optionalText("fetch.user-agent").orElseGet(() -> userAgent(settings)),
          settings.duration("fetch.connect-timeout"),
          settings.duration("fetch.timeout"),
          settings.integer("fetch.limit", 1_000, 1_000_000_000),
          settings.integer("fetch.redirects", 0, 50),
          settings.list("fetch.allow"),
          settings.flag("fetch.robots"),
          settings.duration("fetch.host-delay"));
    } catch (IllegalArgumentException e) {
      throw new UserException(ExitCode.USAGE, "A setting is wrong: " + e.getMessage() + ".", e);
    }
  }

  /** A name that says honestly who asks; no address is invented where no contact is set. */
  private static String userAgent(Settings settings) {
    String version =
        Optional.ofNullable(FetchSettings.class.getPackage().getImplementationVersion())
            .orElse("dev");
    return PRODUCT
        + "/"
        + version
        + settings.optionalText("fetch.contact").map(contact -> " (+" + contact + ")").orElse("");
  }
}
