package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words of many languages that are no names, so that a capital alone does not make them one. */
public final class CommonWords {

  /** From here on the name wins over the word: Nice, Essen, Orange County's capital do not. */
  private static final int KNOWN_EVERYWHERE = 200;

  private static final Set<String> WORDS = read();

  private CommonWords() {}

  /** Whether a word, in whatever case, is a common one. */
  public static boolean contains(String word) {
    return WORDS.contains(NameKeys.folded(word));
  }

  /** Whether a name of an entity reads like a common word, so that it needs other evidence. */
  static boolean isWeak(String name, EntityType type, int prominence) {
    boolean acronym =
        name.length() > 1
            && name.equals(name.toUpperCase(Locale.ROOT))
            && !name.equals(name.toLowerCase(Locale.ROOT));
    if (acronym && type != EntityType.PLACE) {
      return false;
    }
    return prominence < KNOWN_EVERYWHERE && contains(name);
  }

  private static Set<String> read() {
    Set<String> words = new HashSet<>();
    try (InputStream in = CommonWords.class.getResourceAsStream("common-words.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          words.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
