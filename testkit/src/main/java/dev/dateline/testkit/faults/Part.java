package dev.dateline.testkit.faults;

import java.util.Locale;

/** What can fail by itself. The three services run from the launcher. */
public enum Part {
  INGEST,
  ENRICH,
  SINK,
  BROKER,
  DATABASE;

  /** The name of its command, where it has one. */
  String command() {
    return name().toLowerCase(Locale.ROOT);
  }
}
