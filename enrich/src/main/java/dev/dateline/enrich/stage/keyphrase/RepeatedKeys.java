package dev.dateline.enrich.stage.keyphrase;

/** Tells which keys were seen more than once, without an object for those that were not. */
final class RepeatedKeys {

  private final long[] slots;
  private final boolean[] repeated;

  /** Room for so many keys. */
  RepeatedKeys(int most) {
    slots = new long[Integer.highestOneBit(Math.max(8, most)) << 2];
    repeated = new boolean[slots.length];
  }

  /** Notes a key, which is not 0. */
  void add(long key) {
    int slot = slot(key);
    repeated[slot] = slots[slot] != 0;
    slots[slot] = key;
  }

  /** Whether a key was noted twice or more. */
  boolean contains(long key) {
    return repeated[slot(key)];
  }

  /** Where the key is, or where it would be. */
  private int slot(long key) {
    int slot = (int) (key >>> 20) & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != key) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
