package dev.dateline.runtime.http;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.util.List;

/**
 * Where a process listens.
 *
 * @param host address to bind; loopback unless configured otherwise
 * @param port port to bind; 0 takes a free one
 */
public record HttpSettings(String host, int port) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting("http.host", "127.0.0.1", "Address that the process listens on."),
          new Setting("http.port", "0", "Port that the process listens on; 0 takes a free one."));

  public static HttpSettings from(Settings settings) {
    return new HttpSettings(settings.text("http.host"), settings.integer("http.port", 0, 65535));
  }
}
