package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names of the knowledge base in a text, inflected ones too: the longest at each place, from
 * left to right. In scripts with case a name begins with a capital. Immutable and thread-safe.
 */
public final class Gazetteer {

  private final Knowledge knowledge;

  /** A gazetteer over this knowledge. */
  public Gazetteer(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The known names of a text in a language (BCP 47), which do not overlap. */
  public List<KnownName> find(Tokens tokens, String language) {
    NameMatcher matcher = new NameMatcher(knowledge, tokens, Inflections.of(language));
    List<KnownName> found = new ArrayList<>();
    int token = 0;
    while (token < tokens.size()) {
      KnownName name = matcher.longestAt(token);
      if (name == null) {
        token++;
      } else {
        found.add(name);
        token = name.to();
      }
    }
    return found;
  }

  /**
   * The entities that have exactly this name, or of which it is an inflected form: for spans that
   * somebody else found.
   */
  public List<KnownName.Candidate> candidates(String name, String language) {
    Tokens tokens = Tokens.words(name);
    NameMatcher matcher = new NameMatcher(knowledge, tokens, Inflections.of(language));
    return matcher.whole();
  }

  /** The knowledge behind it. */
  public Knowledge knowledge() {
    return knowledge;
  }

  static String folded(String word) {
    return NameKeys.folded(word);
  }
}
