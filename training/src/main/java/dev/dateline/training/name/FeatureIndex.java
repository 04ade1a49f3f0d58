package dev.dateline.training.name;

import java.util.Arrays;
import java.util.List;

/** Numbers the features that occur often enough to learn from, in the order of their keys. */
final class FeatureIndex {

  private int[] slots = new int[1 << 20];
  private int[] counts = new int[1 << 20];
  private boolean[] used = new boolean[1 << 20];
  private int size;
  private final int[] keys;

  FeatureIndex(List<NameSequence> sequences, int fewest) {
    for (NameSequence sequence : sequences) {
      for (int[] token : sequence.keys()) {
        for (int key : token) {
          count(key);
        }
      }
    }
    int kept = 0;
    int[] found = new int[size];
    for (int slot = 0; slot < slots.length; slot++) {
      if (used[slot] && counts[slot] >= fewest) {
        found[kept++] = slots[slot];
      }
    }
    keys = Arrays.copyOf(found, kept);
    Arrays.sort(keys);
    Arrays.fill(counts, -1);
    for (int id = 0; id < keys.length; id++) {
      counts[slot(keys[id])] = id;
    }
  }

  /** The keys, ascending; a feature's number is its place here. */
  int[] keys() {
    return keys;
  }

  /** The numbers of the features that are kept. */
  int[] numbers(int[] token) {
    int[] numbers = new int[token.length];
    int count = 0;
    for (int key : token) {
      int slot = slot(key);
      if (used[slot] && counts[slot] >= 0) {
        numbers[count++] = counts[slot];
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  private void count(int key) {
    if (size * 2 > slots.length) {
      grow();
    }
    int slot = slot(key);
    if (!used[slot]) {
      used[slot] = true;
      slots[slot] = key;
      size++;
    }
    counts[slot]++;
  }

  private void grow() {
    int[] oldSlots = slots;
    int[] oldCounts = counts;
    boolean[] oldUsed = used;
    slots = new int[oldSlots.length * 2];
    counts = new int[oldSlots.length * 2];
    used = new boolean[oldSlots.length * 2];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldUsed[i]) {
        int slot = slot(oldSlots[i]);
        used[slot] = true;
        slots[slot] = oldSlots[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  private int slot(int key) {
    int mask = slots.length - 1;
    int slot = key & mask;
    while (used[slot] && slots[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
