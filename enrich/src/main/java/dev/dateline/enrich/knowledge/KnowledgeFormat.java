package dev.dateline.enrich.knowledge;

/**
 * The layout of a knowledge file, all numbers little-endian.
 *
 * <p>Header: magic (8 bytes), version (int), CRC-32 of all that follows the header (int), number of
 * sections (int), then offset and length (int, int) of each section, counted from the file's start.
 * Sections, in order:
 *
 * <ol>
 *   <li>language tags: UTF-8, one a line
 *   <li>string index: int offset into the strings for every {@link #BLOCK}-th string
 *   <li>strings: sorted, front-coded in blocks: bytes shared with the one before, bytes that follow
 *       (one byte each, in a block's first string the first is 0), UTF-8
 *   <li>entities: records of {@link #ENTITY} bytes: type, prominence, country (2 ASCII letters or
 *       zeros), latitude and longitude (int, 1e-5 degree; {@link #NOWHERE} if none), population
 *       (int), id (int: string number), canonical names (int: offset into the next section)
 *   <li>canonical names: for each entity a count (byte), then language (byte) and string (3 bytes)
 *   <li>buckets: int index of the first key for each value of a key's upper 16 bits, and the count
 *   <li>keys: the middle 32 bits of each key, ascending by the whole key
 *   <li>postings: for each key a string (3 bytes, highest bit: weak) and an entity (3 bytes)
 *   <li>reach: for each value of the lower 16 bits of a first word's hash the most words of a name
 *       that begins so
 * </ol>
 */
final class KnowledgeFormat {

  static final long MAGIC = 0x31424b4e4c544144L; // "DATLNKB1"
  static final int VERSION = 1;
  static final int SECTIONS = 9;
  static final int HEADER = 8 + 4 + 4 + 4 + SECTIONS * 8;

  static final int BLOCK = 8;
  static final int ENTITY = 24;
  static final int NOWHERE = Integer.MIN_VALUE;
  static final int BUCKETS = 1 << 16;
  static final int WEAK = 1 << 23;
  static final int MOST_ENTITIES = 1 << 24;
  static final int MOST_STRINGS = 1 << 23;
  static final int LONGEST_STRING = 255;

  private KnowledgeFormat() {}

  static int bucket(long key) {
    return (int) (key >>> 48);
  }

  static int fingerprint(long key) {
    return (int) (key >>> 16);
  }

  static int reachSlot(long firstWord) {
    return (int) (firstWord & 0xFFFF);
  }
}
