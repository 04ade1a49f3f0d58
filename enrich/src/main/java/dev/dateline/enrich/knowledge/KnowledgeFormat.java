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
 *   <li>symbols: the {@link SymbolTable} of both string tables
 *   <li>index and data of the names, a {@link StringTable}: two sections
 *   <li>index and data of the ids, one for each entity, a {@link StringTable}: two sections
 *   <li>entities: records of {@link #ENTITY} bytes: type, prominence, country (2 ASCII letters or
 *       zeros), latitude and longitude (int, 1e-5 degree; {@link #NOWHERE} if none), population
 *       (int), names (int: offset into the next section)
 *   <li>names of each entity: how many there are (2 bytes) and how many of them are canonical
 *       (byte); the names (3 bytes each, highest bit: weak), canonical ones first; for each
 *       canonical one the languages that use it (a byte each, highest bit: more follow)
 *   <li>buckets: int index of the first key for each value of a key's upper bits, and the count;
 *       the number of values, a power of two, follows from the section's length
 *   <li>keys: 24 middle bits of each key, ascending within a bucket
 *   <li>postings: for each key the entity (upper {@link #ENTITY_BITS} bits of an int) and which of
 *       its names it is (the rest)
 *   <li>reach: for each value of the lower bits of a first word's hash the most words of a name
 *       that begins so; the number of values, a power of two, is the section's length
 * </ol>
 */
final class KnowledgeFormat {

  static final long MAGIC = 0x31424b4e4c544144L; // "DATLNKB1"
  static final int VERSION = 2;
  static final int SECTIONS = 12;
  static final int HEADER = 8 + 4 + 4 + 4 + SECTIONS * 8;

  static final int LANGUAGES = 0;
  static final int SYMBOLS = 1;
  static final int NAME_INDEX = 2;
  static final int NAMES = 3;
  static final int ID_INDEX = 4;
  static final int IDS = 5;
  static final int ENTITIES = 6;
  static final int ENTITY_NAMES = 7;
  static final int BUCKETS = 8;
  static final int KEYS = 9;
  static final int POSTINGS = 10;
  static final int REACH = 11;

  static final int ENTITY = 20;
  static final int KEY = 3;
  static final int NOWHERE = Integer.MIN_VALUE;
  static final int WEAK = 1 << 23;
  static final int MORE = 1 << 7;
  static final int ENTITY_BITS = 20;
  static final int NAME_BITS = 32 - ENTITY_BITS;
  static final int MOST_ENTITIES = 1 << ENTITY_BITS;
  static final int MOST_STRINGS = 1 << 23;
  static final int MOST_LANGUAGES = 1 << 7;

  /** Of one entity. */
  static final int MOST_NAMES = 1 << NAME_BITS;

  private static final int LEAST_SLOTS = 1 << 8;
  private static final int MOST_SLOTS = 1 << 16;

  private KnowledgeFormat() {}

  /** How many buckets and values of reach a file with so many postings has. */
  static int slots(int postings) {
    int slots = LEAST_SLOTS;
    while (slots < postings && slots < MOST_SLOTS) {
      slots <<= 1;
    }
    return slots;
  }

  static int bucket(long key, int buckets) {
    return (int) (key >>> 48) & buckets - 1;
  }

  static int fingerprint(long key) {
    return (int) (key >>> 24) & 0xFFFFFF;
  }

  static int reachSlot(long firstWord, int slots) {
    return (int) firstWord & slots - 1;
  }
}
