package dev.dateline.console;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.net.URI;
import java.util.List;

/**
 * What the console keeps and whom it asks.
 *
 * @param history revisions kept in memory for new visitors
 * @param peers addresses of the endpoints of services in other processes
 * @param hosts names, besides loopback ones, under which a browser may ask; {@code *} allows all
 */
public record ConsoleSettings(int history, List<URI> peers, List<String> hosts) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              "console.history", "200", "Articles that the console keeps in memory for its page."),
          new Setting(
              "console.peers",
              "",
              "Addresses of the other services' endpoints, comma separated, whose health is shown."),
          new Setting(
              "console.hosts",
              "",
              "Host names besides localhost that the page answers to, comma separated; * for all."));

  public ConsoleSettings {
    peers = List.copyOf(peers);
    hosts = List.copyOf(hosts);
  }

  public static ConsoleSettings from(Settings settings) {
    return new ConsoleSettings(
        settings.integer("console.history", 1, 10_000),
        settings.list("console.peers").stream().map(ConsoleSettings::peer).toList(),
        settings.list("console.hosts"));
  }

  private static URI peer(String address) {
    try {
      URI uri = URI.create(address);
      if (List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw unusable(address, e);
    }
    throw unusable(address, new IllegalArgumentException("no http address"));
  }

  private static UserException unusable(String address, IllegalArgumentException cause) {
    return new UserException(
        ExitCode.USAGE,
        "console.peers must hold addresses such as http://enrich:8080, but has '" + address + "'.",
        cause);
  }
}
