package dev.dateline.enrich.stage.link;

/** FNV-1a over the parts of a feature in a row, without putting them together. */
final class RunningHash {

  private static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private RunningHash() {}

  /** The hash of a feature that has nothing but its kind yet. */
  static int of(char kind) {
    return (SEED ^ kind) * PRIME;
  }

  static int add(int hash, String part) {
    return addEnd(hash, part, part.length(), part.length());
  }

  static int add(int hash, String first, String second) {
    return add(add(hash, first), second);
  }

  static int add(int hash, String first, String second, String third) {
    return add(add(hash, first, second), third);
  }

  /** Adds as much of {@code letters} characters as there is in front of {@code end}. */
  static int addEnd(int hash, String text, int end, int letters) {
    int added = hash;
    for (int i = Math.max(0, end - letters); i < end; i++) {
      added = (added ^ text.charAt(i)) * PRIME;
    }
    return added;
  }
}
