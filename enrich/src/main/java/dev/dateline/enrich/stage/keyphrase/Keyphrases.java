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

  /** In place of the hash of a token that no phrase may have. */
  private static final long NONE = 0;

  /** Han characters that build sentences, not terms. */
  private static final String PARTICLES = "的了是在和有我他她它这那不也与及为以于将从到对被把等着过之其而或但就都";

  /** A syllable stands alone between spaces, and most words have two: one says too little. */
  private static final String SYLLABLES_ARE_PARTED = "vi";

  /** Languages that write the endings of names behind an apostrophe. */
  private static final Set<String> ENDINGS_BEHIND_APOSTROPHE = Set.of("tr", "az", "crh");

  private static final String APOSTROPHES = "'\u2019";

  private final NameKeys keys = new NameKeys();
  private final FunctionWords functionWords;
  private final int fewestWords;
  private final boolean endingsBehindApostrophe;
  private final Tokens title;
  private final Tokens text;
  private final Map<Long, Phrase> phrases = new HashMap<>();

  private Keyphrases(Tokens title, Tokens text, String language) {
    this.functionWords = FunctionWords.of(language);
    this.fewestWords = language.equals(SYLLABLES_ARE_PARTED) ? 2 : 1;
    this.endingsBehindApostrophe = ENDINGS_BEHIND_APOSTROPHE.contains(language);
    this.title = title;
    this.text = text;
  }

  /**
   * The keyphrases of a text, strongest first.
   *
   * @param language BCP 47
   */
  public static List<String> of(Tokens title, Tokens text, String language) {
    Keyphrases finder = new Keyphrases(title, text, language);
    long[] titleWords = finder.words(title);
    long[] textWords = finder.words(text);
    RepeatedKeys repeated = new RepeatedKeys(MOST_WORDS * (count(titleWords) + count(textWords)));
    Visitor note = (key, words, place) -> repeated.add(key);
    finder.walk(title, titleWords, true, note);
    finder.walk(text, textWords, false, note);
    Visitor see =
        (key, words, place) -> {
          if (repeated.contains(key)) {
            finder.see(key, words, place);
          }
        };
    finder.walk(title, titleWords, true, see);
    finder.walk(text, textWords, false, see);
    return finder.best();
  }

  /** Hashes of the stems of tokens; {@link #NONE} for those that no phrase may have. */
  private long[] words(Tokens tokens) {
    long[] words = new long[Math.min(tokens.size(), MOST_TOKENS + MOST_IDEOGRAPHS)];
    for (int i = 0; i < words.length; i++) {
      words[i] =
          mayStand(tokens, i) ? keys.word(tokens.text(), tokens.start(i), tokens.end(i)) : NONE;
    }
    return words;
  }

  /** How many of the words a phrase may have; each begins {@link #MOST_WORDS} phrases at most. */
  private static int count(long[] words) {
    int count = 0;
    for (long word : words) {
      count += word == NONE ? 0 : 1;
    }
    return count;
  }

  /** Takes the phrases of a text one by one. */
  @FunctionalInterface
  private interface Visitor {

    /**
     * Takes a phrase.
     *
     * @param words how many words long it counts as
     * @param place index of its first token, of its last token, and whether it is in the title
     */
    void phrase(long key, int words, long place);
  }

  private void walk(Tokens tokens, long[] hashes, boolean inTitle, Visitor visitor) {
    int size = Math.min(tokens.size(), MOST_TOKENS);
    for (int from = 0; from < size; from++) {
      if (hashes[from] != NONE) {
        walkFrom(from, tokens, hashes, inTitle, visitor);
      }
    }
  }

  private void walkFrom(int from, Tokens tokens, long[] hashes, boolean inTitle, Visitor visitor) {
    boolean ideographs = isIdeograph(tokens.first(from));
    int most = from + (ideographs ? MOST_IDEOGRAPHS : MOST_WORDS);
    int limit = Math.min(tokens.sentenceEnd(tokens.sentenceOf(from)), most);
    long key = NameKeys.START;
    for (int to = from; to < limit && hashes[to] != NONE; to++) {
      if (isIdeograph(tokens.first(to)) != ideographs) {
        return;
      }
      key = NameKeys.append(key, hashes[to]);
      int words = to - from + 1;
      if (words >= (ideographs ? 2 : fewestWords)) {
        long place = (long) from << 32 | (long) to << 1 | (inTitle ? 1 : 0);
        visitor.phrase(key, ideographs ? words - 1 : words, place);
      }
    }
  }

  private void see(long key, int words, long place) {
    boolean inTitle = (place & 1) == 1;
    boolean lead = !inTitle && place >>> 32 < LEAD;
    Phrase known = phrases.get(key);
    if (known == null) {
      phrases.put(key, new Phrase(words, place, inTitle, lead));
    } else {
      known.see(place, inTitle, lead);
    }
  }

  /** The phrase as written; in lower case where only the sentence gives it a capital. */
  private String form(long place) {
    Tokens tokens = (place & 1) == 1 ? title : text;
    int from = (int) (place >>> 32);
    int to = (int) place >>> 1;
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
      return !isHiragana(first) && PARTICLES.indexOf(first) < 0;
    }
    if (endingsBehindApostrophe && isBehindApostrophe(tokens, token)) {
      return false;
    }
    int start = tokens.start(token);
    int end = tokens.end(token);
    return end - start >= SHORTEST_WORD && !functionWords.contains(tokens.text(), start, end);
  }

  private static boolean isBehindApostrophe(Tokens tokens, int token) {
    return token > 1
        && tokens.isGlued(token)
        && APOSTROPHES.indexOf(tokens.first(token - 1)) >= 0
        && tokens.isGlued(token - 1);
  }

  /** A phrase that comes back, with its form. */
  private record Candidate(Phrase phrase, String form) {}

  private List<String> best() {
    List<Candidate> candidates = new ArrayList<>();
    for (Phrase phrase : phrases.values()) {
      candidates.add(new Candidate(phrase, phrase.form(this::form)));
    }
    candidates.forEach(this::countInside);
    candidates.sort(
        Comparator.comparingDouble((Candidate candidate) -> -candidate.phrase().score())
            .thenComparing(Candidate::form));
    Set<Long> used = new HashSet<>();
    List<String> best = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (best.size() == MOST || candidate.phrase().score() <= 0) {
        break;
      }
      Set<Long> words = words(candidate.form());
      long known = words.stream().filter(used::contains).count();
      if (2 * known < words.size()) {
        best.add(candidate.form());
        used.addAll(words);
      }
    }
    return best;
  }

  /** Tells the phrases inside a longer one how often that one stands. */
  private void countInside(Candidate longer) {
    if (longer.phrase().words() == 1) {
      return;
    }
    String form = longer.form();
    Tokens tokens = Tokens.words(form);
    for (int from = 0; from < tokens.size(); from++) {
      long key = NameKeys.START;
      for (int to = from; to < tokens.size(); to++) {
        key = NameKeys.append(key, keys.word(form, tokens.start(to), tokens.end(to)));
        Phrase inner = phrases.get(key);
        if (inner != null) {
          inner.isInside(longer.phrase());
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
    return Character.isIdeographic(c) || isHiragana(c);
  }

  /** Japanese writes endings and particles so. */
  private static boolean isHiragana(char c) {
    return c >= 0x3040 && c <= 0x309F;
  }
}
