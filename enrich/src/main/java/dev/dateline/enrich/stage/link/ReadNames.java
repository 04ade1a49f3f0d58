package dev.dateline.enrich.stage.link;

import org.jspecify.annotations.Nullable;

/** Names of the knowledge base taken apart. The news names the same things again and again. */
final class ReadNames {

  /** A power of two. */
  private static final int REMEMBERED = 1 << 14;

  /** What was read last. Threads may overwrite each other's entries, which are whole each. */
  private final @Nullable ReadName[] remembered = new ReadName[REMEMBERED];

  ReadName of(String name) {
    int place = name.hashCode() & REMEMBERED - 1;
    ReadName before = remembered[place];
    if (before != null && before.name().equals(name)) {
      return before;
    }
    ReadName read = ReadName.of(name);
    remembered[place] = read;
    return read;
  }
}
