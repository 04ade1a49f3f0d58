package dev.dateline.training.knowledge;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that are no names: a name that reads like one needs other evidence. */
final class CommonWords {

  /** From here on the name wins over the word: Nice, Essen, Orange County's capital do not. */
  private static final int KNOWN_EVERYWHERE = 200;

  private final Set<String> words = new HashSet<>();

  /** The words that ship with the taggers. */
  static CommonWords read() throws IOException {
    CommonWords common = new CommonWords();
    try (InputStream in = NameKeys.class.getResourceAsStream("common-words.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          common.words.add(line);
        }
      }
    }
    return common;
  }

  boolean contains(String word) {
    return words.contains(NameKeys.folded(word));
  }

  boolean isWeak(String name, Drafts.Draft draft) {
    boolean acronym =
        name.length() > 1
            && name.equals(name.toUpperCase(Locale.ROOT))
            && !name.equals(name.toLowerCase(Locale.ROOT));
    if (acronym && draft.type != EntityType.PLACE) {
      return false;
    }
    return draft.prominence < KNOWN_EVERYWHERE && contains(name);
  }
}
