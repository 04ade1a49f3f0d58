package dev.dateline.enrich.knowledge;

/** A set of hashes such as those of {@link NameKeys}, none of which is an object. */
public final class KeySet {

  private final long[] slots;
  private boolean holdsZero;

  /** Room for so many keys. */
  public KeySet(int most) {
    slots = new long[Integer.highestOneBit(Math.max(4, most)) << 2];
  }

  /** Adds a key; returns whether it is new. */
  public boolean add(long key) {
    int slot = slot(key);
    boolean isNew = key == 0 ? !holdsZero : slots[slot] == 0;
    holdsZero |= key == 0;
    slots[slot] = key;
    return isNew;
  }

  /** Whether a key was added. */
  public boolean contains(long key) {
    return key == 0 ? holdsZero : slots[slot(key)] == key;
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
