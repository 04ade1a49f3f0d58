package dev.dateline.enrich.stage.keyphrase;

import dev.dateline.enrich.knowledge.KeySet;

/** Tells which keys were seen more than once, without an object for those that were not. */
final class RepeatedKeys {

  private final KeySet seen;
  private final KeySet repeated;

  /** Room for so many keys. */
  RepeatedKeys(int most) {
    seen = new KeySet(most);
    repeated = new KeySet(most / 2);
  }

  /** Notes a key. */
  void add(long key) {
    if (!seen.add(key)) {
      repeated.add(key);
    }
  }

  /** Whether a key was noted twice or more. */
  boolean contains(long key) {
    return repeated.contains(key);
  }
}
