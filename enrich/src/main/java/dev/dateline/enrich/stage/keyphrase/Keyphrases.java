package dev.dateline.enrich.stage.keyphrase;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Keyphrases of a text in any language: runs of up to three words without a function word that come
 * back, in whatever inflected form. Longer phrases, the title and the lead count more; a phrase
 * that repeats the words of a chosen one is left out.
 *
 * <p>The weighing follows the C-value: Frantzi, Ananiadou, Mima: Automatic recognition of
 * multi-word terms (2000).
 */
public final class Keyphrases {

  private static final int MOST = 8;
  private static final int MOST_WORDS = 3;
  private static final int MOST_IDEOGRAPHS = 4;
  private static final int SHORTEST_WORD = 3;

  /** The rest of a very long text brings no other subject. */
  private static final int MOST_TOKENS = 4_000;

  private static final int LEAD = 60;

  /** Han characters that build sentences, not terms. */
  private static final String PARTICLES = "的了是在和有我他她它这那不也与及为以于将从到对被把等着过之其而或但就都";

  private final NameKeys keys = new NameKeys();
  private final Set<String> functionWords;
  private final Map<Long, Phrase> phrases = new HashMap<>();

  private Keyphrases(String language) {
    functionWords = FunctionWords.of(language);
  }

  /**
   * The keyphrases of a text, strongest first.
   *
   * @param language BCP 47
   */
  public static List<String> of(String title, Tokens text, String language) {
    Keyphrases finder = new Keyphrases(language);
    finder.collect(Tokens.of(title), true);
    finder.collect(text, false);
    return finder.best();
  }

  private void collect(Tokens tokens, boolean title) {
    int size = Math.min(tokens.size(), MOST_TOKENS);
    for (int from = 0; from < size; from++) {
      if (mayStand(tokens, from)) {
        collectFrom(from, tokens, title);
      }
    }
  }

  private void collectFrom(int from, Tokens tokens, boolean title) {
    boolean ideographs = isIdeograph(tokens.first(from));
    int most = from + (ideographs ? MOST_IDEOGRAPHS : MOST_WORDS);
    int limit = Math.min(tokens.sentenceEnd(tokens.sentenceOf(from)), most);
    long key = NameKeys.START;
    for (int to = from; to < limit && mayStand(tokens, to); to++) {
      if (isIdeograph(tokens.first(to)) != ideographs) {
        return;
      }
      key = NameKeys.append(key, keys.word(tokens.text(), tokens.start(to), tokens.end(to)));
      int words = to - from + 1;
      if (!ideographs || words > 1) {
        int length = ideographs ? words - 1 : words;
        phrases
            .computeIfAbsent(key, missing -> new Phrase(length))
            .see(form(tokens, from, to), title, !title && from < LEAD);
      }
    }
  }

  /** The phrase as written; in lower case where only the sentence gives it a capital. */
  private static String form(Tokens tokens, int from, int to) {
    String form = tokens.text().substring(tokens.start(from), tokens.end(to));
    boolean opens = tokens.sentenceBegin(tokens.sentenceOf(from)) == from;
    return opens && to == from ? form.toLowerCase(Locale.ROOT) : form;
  }

  private boolean mayStand(Tokens tokens, int token) {
    if (!tokens.isWord(token)) {
      return false;
    }
    char first = tokens.first(token);
    if (isIdeograph(first)) {
      return PARTICLES.indexOf(first) < 0;
    }
    return tokens.end(token) - tokens.start(token) >= SHORTEST_WORD
        && !functionWords.contains(tokens.word(token).toLowerCase(Locale.ROOT));
  }

  private List<String> best() {
    List<Phrase> candidates = new ArrayList<>();
    for (Phrase phrase : phrases.values()) {
      if (phrase.comesBack()) {
        candidates.add(phrase);
      }
    }
    countInLonger(candidates);
    candidates.sort(
        Comparator.comparingDouble((Phrase phrase) -> -phrase.score()).thenComparing(Phrase::form));
    Set<Long> used = new HashSet<>();
    List<String> best = new ArrayList<>();
    for (Phrase phrase : candidates) {
      if (best.size() == MOST || phrase.score() <= 0) {
        break;
      }
      Set<Long> words = words(phrase.form());
      long known = words.stream().filter(used::contains).count();
      if (2 * known < words.size()) {
        best.add(phrase.form());
        used.addAll(words);
      }
    }
    return best;
  }

  private void countInLonger(List<Phrase> candidates) {
    for (Phrase longer : candidates) {
      if (longer.words() == 1) {
        continue;
      }
      String form = longer.form();
      Tokens tokens = Tokens.words(form);
      for (int from = 0; from < tokens.size(); from++) {
        long key = NameKeys.START;
        for (int to = from; to < tokens.size(); to++) {
          key = NameKeys.append(key, keys.word(form, tokens.start(to), tokens.end(to)));
          Phrase inner = phrases.get(key);
          if (inner != null) {
            inner.isInside(longer);
          }
        }
      }
    }
  }

  private Set<Long> words(String form) {
    Tokens tokens = Tokens.words(form);
    Set<Long> words = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(keys.word(form, tokens.start(i), tokens.end(i)));
    }
    return words;
  }

  private static boolean isIdeograph(char c) {
    return Character.isIdeographic(c) || c >= 0x3040 && c <= 0x309F;
  }
}
