package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names of the knowledge base in a text, inflected ones too: the longest at each place, from
 * left to right. In scripts with case a name begins with a capital. Immutable and thread-safe.
 */
public final class Gazetteer {

  /** Only sovereign countries are that prominent among the places. */
  static final int COUNTRY = 240;

  /** Countries, and states that are no more. */
  private static final int STATE = 200;

  /** Countries, and territories that go for one. */
  static final int NAMES_A_COUNTRY = 230;

  private final Knowledge knowledge;
  private final ReadNames names;
  private final NameMemory known = new NameMemory(this::lookUp);
  private final NameMemory indirect =
      new NameMemory((name, language) -> new IndirectPlaces(this, language).of(name));
  private final Map<String, Integer> countries = new HashMap<>();

  /** A gazetteer over this knowledge. */
  public Gazetteer(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.names = new ReadNames(knowledge);
    for (int entity : knowledge.prominent(STATE)) {
      if (knowledge.type(entity) == EntityType.PLACE) {
        countries.merge(knowledge.country(entity), entity, this::moreProminent);
      }
    }
  }

  private int moreProminent(int one, int other) {
    return knowledge.prominence(other) > knowledge.prominence(one) ? other : one;
  }

  /** Numbers of the countries by ISO 3166-1 alpha-2, or the code that a former state had there. */
  Map<String, Integer> countries() {
    return countries;
  }

  /** The known names of a text in a language (BCP 47), which do not overlap. */
  public List<KnownName> find(Tokens tokens, String language) {
    NameMatcher matcher = new NameMatcher(knowledge, names, tokens, language);
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
    return known.of(name, language);
  }

  /** The places that a name may mean that is no known name, as {@link IndirectPlaces} has them. */
  List<KnownName.Candidate> indirectPlaces(String name, String language) {
    return indirect.of(name, language);
  }

  /** The same as {@link #candidates}, for a name that is not likely to come back. */
  List<KnownName.Candidate> lookUp(String name, String language) {
    return new NameMatcher(knowledge, names, Tokens.words(name), language).whole();
  }

  /** The knowledge behind it. */
  public Knowledge knowledge() {
    return knowledge;
  }
}
