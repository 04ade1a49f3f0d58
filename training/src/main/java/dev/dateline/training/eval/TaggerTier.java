package dev.dateline.training.eval;

import java.util.Locale;

/** The taggers that can be measured. */
public enum TaggerTier {
  /** Linear models, for every article. */
  FAST,
  /** The multilingual encoder. */
  DEEP;

  /** As the command line and the page write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
