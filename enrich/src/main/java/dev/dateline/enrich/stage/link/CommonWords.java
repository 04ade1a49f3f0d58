package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Words of many languages that are no names, so that a capital alone does not make them one. */
final class CommonWords {

  private static final Set<String> WORDS = read();

  private CommonWords() {}

  static boolean contains(String word) {
    return WORDS.contains(NameKeys.folded(word));
  }

  private static Set<String> read() {
    Set<String> words = new HashSet<>();
    try (InputStream in = NameKeys.class.getResourceAsStream("common-words.txt");
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
