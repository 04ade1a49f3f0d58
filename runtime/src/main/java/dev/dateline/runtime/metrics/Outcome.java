package dev.dateline.runtime.metrics;

import java.util.Locale;

/** What became of an article in a stage. In equals the sum of the others, at rest. */
public enum Outcome {
  IN,
  OUT,
  DUPLICATE,
  DEAD,
  /** Of an article that was taken down. */
  DELETED;

  /** The value of the metric's tag. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
