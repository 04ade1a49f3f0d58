package dev.dateline.enrich.stage.name;

/** A set of hashes: open addressing, sized once. */
final class IntSet {

  private final int[] slots;
  private boolean holdsZero;

  IntSet(int expected) {
    slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2)];
  }

  void add(int value) {
    if (value == 0) {
      holdsZero = true;
      return;
    }
    int slot = slot(value);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = value;
  }

  boolean contains(int value) {
    if (value == 0) {
      return holdsZero;
    }
    int slot = slot(value);
    while (slots[slot] != 0) {
      if (slots[slot] == value) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }

  private int slot(int value) {
    return (value * 0x9E3779B9) >>> 7 & (slots.length - 1);
  }
}
