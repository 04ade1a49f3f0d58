package dev.dateline.runtime.settings;

import java.util.Locale;

/**
 * A key that can be configured.
 *
 * @param key lower-case words with dots and dashes: {@code kafka.bootstrap}
 * @param defaultValue what holds where nothing sets it; empty means unset
 * @param description one sentence for the reference file
 */
public record Setting(String key, String defaultValue, String description) {

  /** The environment variable that overrides it: {@code DATELINE_KAFKA_BOOTSTRAP}. */
  public String environmentVariable() {
    return "DATELINE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
