package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.link.KnownName.Candidate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What names were found to mean last: the news names the same things again and again. */
final class NameMemory {

  /** A power of two. */
  private static final int REMEMBERED = 1 << 12;

  /** A longer name hardly comes back, and would be kept for long. */
  private static final int LONGEST = 80;

  private final BiFunction<String, String, List<Candidate>> meanings;

  /** Threads may overwrite each other's entries, which are whole each. */
  private final @Nullable Entry[] remembered = new Entry[REMEMBERED];

  private record Entry(String name, String language, List<Candidate> candidates) {}

  /**
   * A memory that is empty yet.
   *
   * @param meanings gives immutable lists, by a name and its language (BCP 47) alone
   */
  NameMemory(BiFunction<String, String, List<Candidate>> meanings) {
    this.meanings = meanings;
  }

  /** What a name means in a language. */
  List<Candidate> of(String name, String language) {
    if (name.length() > LONGEST) {
      return meanings.apply(name, language);
    }
    int place = 31 * name.hashCode() + language.hashCode() & REMEMBERED - 1;
    Entry before = remembered[place];
    if (before != null && before.name().equals(name) && before.language().equals(language)) {
      return before.candidates();
    }
    List<Candidate> candidates = meanings.apply(name, language);
    remembered[place] = new Entry(name, language, candidates);
    return candidates;
  }
}
