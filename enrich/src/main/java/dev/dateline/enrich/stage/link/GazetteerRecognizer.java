package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.CommonWords;
import dev.dateline.enrich.knowledge.KeySet;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import dev.dateline.enrich.stage.name.CalendarWords;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.LetterCase;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises names by the knowledge base alone. A known name counts where nothing says that it is a
 * common word or a part of an unknown name.
 */
public final class GazetteerRecognizer implements NameRecognizer {

  /** Countries, capitals, the largest organisations: named so often that a match needs no more. */
  private static final int FAMOUS = 200;

  /** A city of half a million, a company known in many countries. */
  private static final int KNOWN = 135;

  /** A town of 60,000. */
  private static final int NOTABLE = 120;

  private final Gazetteer gazetteer;
  private final Knowledge knowledge;

  /** A recogniser over this gazetteer. */
  public GazetteerRecognizer(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.knowledge = gazetteer.knowledge();
  }

  @Override
  public List<NameSpan> recognize(String text, LanguageGuess language) {
    return recognize(Tokens.of(text), language);
  }

  /** The same for a text whose tokens are at hand. */
  public List<NameSpan> recognize(Tokens tokens, LanguageGuess language) {
    return recognize(tokens, gazetteer.find(tokens, language.tag()), language);
  }

  /** The same for a text whose tokens are at hand. */
  public List<NameSpan> recognizeBeside(Tokens tokens, LanguageGuess language) {
    return recognizeBeside(tokens, gazetteer.find(tokens, language.tag()), language);
  }

  /**
   * The names that count beside those of a tagger, which has seen what is known of them and took
   * them for none: not one that a common word may be where it opens a sentence.
   */
  List<NameSpan> recognizeBeside(Tokens tokens, List<KnownName> known, LanguageGuess language) {
    return recognize(
        tokens,
        known.stream()
            .filter(name -> !opens(name, tokens) && isToned(name, tokens, language.tag()))
            .toList(),
        language);
  }

  private static boolean isToned(KnownName name, Tokens tokens, String language) {
    String form = tokens.text().substring(name.start(), name.end());
    return TonedWords.agree(form, name.candidates().get(0).name(), language);
  }

  /** Whether a name stands where any word has a capital, and only the first word has one. */
  private static boolean opens(KnownName name, Tokens tokens) {
    Candidate best = name.candidates().get(0);
    return tokens.isCapitalized(name.from())
        && tokens.sentenceBegin(tokens.sentenceOf(name.from())) == name.from()
        && best.type() != EntityType.CONCEPT
        && (best.prominence() < FAMOUS || !best.exact())
        && !hasCapital(tokens, name.from() + 1, name.to());
  }

  /** The same where the known names are at hand too. */
  private List<NameSpan> recognize(Tokens tokens, List<KnownName> known, LanguageGuess language) {
    if (known.isEmpty()) {
      return List.of();
    }
    LowerCaseWords lower = new LowerCaseWords(tokens);
    Map<String, Integer> countries = countries(known, language.tag());
    CalendarWords calendar = CalendarWords.of(language.tag());
    List<NameSpan> names = new ArrayList<>();
    for (KnownName name : known) {
      Candidate best = name.candidates().get(0);
      if (best.type() != EntityType.PERSON
          && calendar.contains(tokens.text().substring(name.start(), name.end()))) {
        continue;
      }
      double score = score(name, best, tokens, lower, countries);
      if (score > 0) {
        names.add(
            new NameSpan(TextSpan.of(tokens.text(), name.start(), name.end()), best.type(), score));
      }
    }
    return names;
  }

  /** The words that a text writes in lower case. */
  private static final class LowerCaseWords {

    private final NameKeys keys = new NameKeys();
    private final KeySet words;
    private final String text;

    LowerCaseWords(Tokens tokens) {
      words = new KeySet(tokens.size());
      text = tokens.text();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.isWord(i) && LetterCase.isSmall(tokens.first(i))) {
          words.add(keys.folded(text, tokens.start(i), tokens.end(i)));
        }
      }
    }

    boolean contain(KnownName name) {
      return words.contains(keys.folded(text, name.start(), name.end()));
    }
  }

  /** Countries that the text names, and the home of its language. */
  private Map<String, Integer> countries(List<KnownName> known, String language) {
    Map<String, Integer> countries = new HashMap<>();
    String home = HomeCountry.of(language);
    countries.merge(home, 1, Integer::sum);
    for (KnownName name : known) {
      Candidate best = name.candidates().get(0);
      if (best.prominence() >= FAMOUS && best.type() == EntityType.PLACE) {
        countries.merge(knowledge.country(best.entity()), 1, Integer::sum);
      }
    }
    return countries;
  }

  private double score(
      KnownName name,
      Candidate best,
      Tokens tokens,
      LowerCaseWords lower,
      Map<String, Integer> countries) {
    int prominence = best.prominence();
    if (name.to() - name.from() > 1) {
      boolean common = prominence < KNOWN && !hasCapital(tokens, name.from() + 1, name.to());
      return common && best.weak() ? 0 : confidence(prominence + 40);
    }
    if (best.weak() && prominence < FAMOUS || isPartOfLonger(name, tokens)) {
      return 0;
    }
    int length = name.end() - name.start();
    char first = tokens.text().charAt(name.start());
    boolean hasCase = Character.isUpperCase(first);
    boolean single = length < 3 && !tokens.isAllCapitals(name.from()) && !isIdeograph(first);
    if (single || isIdeograph(first) && length < 2) {
      return 0;
    }
    if (prominence < FAMOUS
        && (lower.contain(name)
            || CommonWords.contains(tokens.text().substring(name.start(), name.end())))) {
      return 0;
    }
    boolean here = countries.containsKey(knowledge.country(best.entity()));
    boolean opens = tokens.sentenceBegin(tokens.sentenceOf(name.from())) == name.from();
    int needed = 0;
    if (!hasCase || opens && !best.exact()) {
      needed = here ? KNOWN : FAMOUS;
    } else if (opens || !best.exact()) {
      needed = here ? NOTABLE : KNOWN;
    } else {
      needed = here ? 0 : NOTABLE;
    }
    if (isFollowedByName(name, tokens) || isPrecededByName(name, tokens)) {
      needed = Math.max(needed, FAMOUS);
    }
    return prominence < needed ? 0 : confidence(prominence + (here ? 20 : 0));
  }

  private static double confidence(int evidence) {
    return Math.min(0.95, 0.4 + evidence / 450.0);
  }

  private static boolean hasCapital(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.isCapitalized(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a hyphen or a digit ties the name to something else. */
  private static boolean isPartOfLonger(KnownName name, Tokens tokens) {
    return isTied(name.to(), 1, tokens) || isTied(name.from(), -1, tokens);
  }

  private static boolean isTied(int edge, int direction, Tokens tokens) {
    int mark = direction > 0 ? edge : edge - 1;
    int beyond = mark + direction;
    if (beyond < 0 || beyond >= tokens.size() || mark < 0 || !tokens.isSymbol(mark)) {
      return false;
    }
    char c = tokens.first(mark);
    boolean glued = tokens.isGlued(Math.max(mark, beyond)) && tokens.isGlued(Math.max(edge, mark));
    if (!glued || c != '-' && c != '\u2010' && c != '\u2011') {
      return false;
    }
    return !LetterCase.isSmall(tokens.first(beyond)) && !tokens.isSymbol(beyond);
  }

  private static boolean isFollowedByName(KnownName name, Tokens tokens) {
    int next = name.to();
    return next < tokens.size()
        && tokens.isWord(next)
        && tokens.isCapitalized(next)
        && tokens.sentenceOf(next) == tokens.sentenceOf(name.from());
  }

  private static boolean isPrecededByName(KnownName name, Tokens tokens) {
    int before = name.from() - 1;
    return before >= 0
        && tokens.isWord(before)
        && tokens.isCapitalized(before)
        && tokens.sentenceOf(before) == tokens.sentenceOf(name.from())
        && tokens.sentenceBegin(tokens.sentenceOf(before)) != before;
  }

  private static boolean isIdeograph(char c) {
    return Character.isIdeographic(c) || c >= 0xAC00 && c <= 0xD7A3 || c >= 0x3040 && c <= 0x30FF;
  }
}
