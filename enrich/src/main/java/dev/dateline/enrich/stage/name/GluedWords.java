package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;

/**
 * Words that a language writes together with a name and that are no part of it: Korean particles
 * behind it, Hebrew and Arabic prefixes before it.
 */
final class GluedWords {

  /** The longest first. Those that end many names, as 도 does those of provinces, are left out. */
  private static final List<String> PARTICLES =
      List.of(
          "에서는", "에게서", "으로서", "에서", "에게", "으로", "까지", "부터", "에는", "과의", "와의", "에도", "은", "는", "이",
          "가", "을", "를", "의", "에", "과", "와");

  private static final int SHORTEST_NAME = 2;

  /** The one-letter words that Hebrew and Arabic write before a word. */
  private static final String PREFIXES = "ובלמהשכوفبلك";

  private static final int SHORTEST_BARE = 3;

  private GluedWords() {}

  /** Where a name ends within its last token. */
  static int end(Tokens tokens, int last) {
    int start = tokens.start(last);
    int end = tokens.end(last);
    if (Script.of(tokens.text().charAt(end - 1)) != Script.HANGUL) {
      return end;
    }
    for (String particle : PARTICLES) {
      if (end - start - particle.length() >= SHORTEST_NAME
          && tokens.text().startsWith(particle, end - particle.length())) {
        return end - particle.length();
      }
    }
    return end;
  }

  /** Where a name begins within its first token, as far as a list of names knows. */
  static int start(Tokens tokens, int first, int flags) {
    int prefix = flags >>> NameFlags.BITS & 3;
    int start = tokens.start(first);
    return tokens.end(first) - start > prefix ? start + prefix : start;
  }

  /**
   * Hash of a token without a particle or a prefix, so that the forms of a word share a feature.
   *
   * @param whole hash of the whole token, which is returned where nothing is to be cut
   */
  static int bareHash(Tokens tokens, int token, int whole) {
    int script = Script.of(tokens.first(token));
    if (script != Script.HANGUL && script != Script.HEBREW && script != Script.ARABIC) {
      return whole;
    }
    int start = tokens.start(token);
    int end = end(tokens, token);
    boolean prefixed = PREFIXES.indexOf(tokens.first(token)) >= 0 && end - start > SHORTEST_BARE;
    int hash = WordForms.SEED;
    for (int i = prefixed ? start + 1 : start; i < end; i++) {
      hash = WordForms.step(hash, tokens.text().charAt(i));
    }
    return hash;
  }
}
