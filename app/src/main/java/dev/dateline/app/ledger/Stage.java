package dev.dateline.app.ledger;

import java.util.Locale;

/** A stage of the pipeline, in the order in which articles pass them. */
public enum Stage {
  INGEST,
  ENRICH,
  SINK;

  /** As people and metrics name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
