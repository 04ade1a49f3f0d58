package dev.dateline.enrich.stage.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a Slavic adjective of a place may come from: {@code московский, лондонському,
 * brněnský}.
 */
final class PlaceAdjectives {

  private static final List<String> SUFFIXES = List.of("ськ", "ск", "sk");
  private static final int LONGEST_ENDING = 4;

  /** What stands between the name and the suffix in some adjectives. */
  private static final List<String> JOINTS = List.of("ий", "й", "ов", "ен", "ан", "н", "en", "an");

  private static final List<String> CYRILLIC =
      List.of("", "а", "ь", "ы", "и", "я", "о", "е", "ый", "ий");

  private static final List<String> LATIN = List.of("", "a", "o", "e", "y", "i");
  private static final String VOWELS = "аеиоуыэюяіїєaeiouy";
  private static final int SHORTEST_STEM = 3;

  /** A shorter name is found only where it is the stem to the letter. */
  private static final int SHORTEST_CHANGED = 4;

  private PlaceAdjectives() {}

  /** Whether a folded name reads like such an adjective. */
  static boolean isOne(String folded) {
    return suffix(folded) != null;
  }

  /**
   * Names that the adjective may come from, the likelier ones first; none where it is no adjective.
   *
   * @param folded a name of one or more words of which the last is the adjective
   */
  static List<String> names(String folded) {
    String suffix = suffix(folded);
    return suffix == null
        ? List.of()
        : names(folded.substring(0, folded.lastIndexOf(suffix)), suffix);
  }

  private static @Nullable String suffix(String folded) {
    for (String suffix : SUFFIXES) {
      int stem = folded.lastIndexOf(suffix);
      int ending = folded.length() - stem - suffix.length();
      if (stem >= SHORTEST_STEM && ending > 0 && ending <= LONGEST_ENDING) {
        return suffix;
      }
    }
    return null;
  }

  private static List<String> names(String stem, String suffix) {
    List<String> names = new ArrayList<>();
    // Names that end like an adjective share the suffix with theirs: Kursk.
    names.add(stem + suffix);
    names.add(stem);
    for (String shorter : stems(stem)) {
      for (String ending : suffix.equals("sk") ? LATIN : CYRILLIC) {
        names.add(shorter + ending);
      }
    }
    return names;
  }

  private static Set<String> stems(String stem) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(stem);
    int last = stem.length() - 1;
    if (VOWELS.indexOf(stem.charAt(last - 1)) >= 0) {
      stems.add(stem.substring(0, last - 1) + stem.charAt(last));
    }
    for (String joint : JOINTS) {
      if (stem.endsWith(joint)) {
        stems.add(stem.substring(0, stem.length() - joint.length()));
      }
    }
    stems.removeIf(shorter -> shorter.length() < SHORTEST_CHANGED);
    return stems;
  }
}
