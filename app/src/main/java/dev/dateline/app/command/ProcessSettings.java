package dev.dateline.app.command;

import dev.dateline.app.service.KnownSettings;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of this process: defaults, file, environment, flags. */
final class ProcessSettings {

  private ProcessSettings() {}

  /**
   * Loads them.
   *
   * @param flags settings that the command's own flags and arguments give
   */
  static Settings load(CommonOptions options, Map<String, String> flags) {
    return load(options, flags, Map.of());
  }

  /**
   * The same, with other defaults.
   *
   * @param defaults what holds where nothing sets it, instead of the defaults in the code
   */
  static Settings load(
      CommonOptions options, Map<String, String> flags, Map<String, String> defaults) {
    Map<String, String> values = new HashMap<>(flags);
    values.putAll(options.overrides());
    List<Setting> known =
        KnownSettings.all().stream()
            .map(
                setting ->
                    new Setting(
                        setting.key(),
                        defaults.getOrDefault(setting.key(), setting.defaultValue()),
                        setting.description()))
            .toList();
    return Settings.load(known, options.config(), System.getenv(), values);
  }

  /** How much the log says: to the console, and to a file where one is named. */
  static void logTo(CommonOptions options, String console) {
    System.setProperty("dateline.log.console", options.debug() ? "DEBUG" : console);
    if (options.debug()) {
      System.setProperty("dateline.log.own", "DEBUG");
      System.setProperty("dateline.log.level", "INFO");
    }
  }
}
