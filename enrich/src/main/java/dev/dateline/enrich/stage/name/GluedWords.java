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
}
