package dev.dateline.enrich.knowledge;

/** Numbers of entities in a stack of files: which file, and which of its entities. */
final class EntityNumber {

  private static final int BITS = 24;

  private EntityNumber() {}

  static int of(int file, int entity) {
    return file << BITS | entity;
  }

  static int file(int number) {
    return number >>> BITS;
  }

  static int inFile(int number) {
    return number & (1 << BITS) - 1;
  }
}
