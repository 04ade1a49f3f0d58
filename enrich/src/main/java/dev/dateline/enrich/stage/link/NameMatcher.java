package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import dev.dateline.enrich.stage.text.LetterCase;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one walk over the tokens of a text. */
final class NameMatcher {

  /** One-letter words that Hebrew and Arabic write together with the name behind them. */
  private static final String HEBREW_PREFIXES = "ובלמהשכ";

  private static final String ARABIC_PREFIXES = "وفبلك";
  private static final int MOST_PREFIXES = 2;

  /** A shorter name behind a prefix is taken for chance. */
  private static final int SHORTEST_BARE = 3;

  /** Marks that may stand between the words of a name without a space. */
  private static final String JOINERS = "-\u2010\u2011\u2013'\u2019.&/·・";

  private static final int MOST_CANDIDATES = 40;

  /** Countries, capitals, the largest organisations. */
  private static final int FAMOUS = 200;

  private static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparing((Candidate candidate) -> !candidate.exact())
          .thenComparing(candidate -> -candidate.prominence());

  private final Knowledge knowledge;
  private final ReadNames names;
  private final Tokens tokens;
  private final String language;
  private final Inflections inflections;
  private final NameKeys keys = new NameKeys();
  private final long[] hashes;
  private final @Nullable String[] folded;
  private final int[] path = new int[16];
  private final List<Candidate> candidates = new ArrayList<>();

  /** Whether somebody else found the name, so that its case says no more. */
  private boolean given;

  NameMatcher(Knowledge knowledge, ReadNames names, Tokens tokens, String language) {
    this.knowledge = knowledge;
    this.names = names;
    this.tokens = tokens;
    this.language = language;
    this.inflections = Inflections.of(language);
    this.hashes = new long[tokens.size()];
    this.folded = new String[tokens.size()];
  }

  /** The longest known name that begins at a token. */
  @Nullable KnownName longestAt(int token) {
    if (!tokens.isWord(token) || !mayBegin(token)) {
      return null;
    }
    KnownName found = longestAt(token, tokens.start(token));
    if (found != null) {
      return found;
    }
    int start = tokens.start(token);
    int ending = inflections.openingEnding(folded(token));
    if (ending > 0) {
      return longestAt(token, start, keys.word(tokens.text(), start, tokens.end(token) - ending));
    }
    String prefixes = prefixes(token);
    for (int i = 0; i < MOST_PREFIXES && !prefixes.isEmpty(); i++) {
      if (prefixes.indexOf(tokens.text().charAt(start)) < 0 || tokens.end(token) - start < 3) {
        return null;
      }
      start++;
      found = longestAt(token, start);
      if (found != null && (found.to() > token + 1 || found.end() - start >= SHORTEST_BARE)) {
        return found;
      }
    }
    return null;
  }

  /** The entities whose name is the whole text. */
  List<Candidate> whole() {
    if (tokens.size() == 0) {
      return List.of();
    }
    given = true;
    long key = NameKeys.START;
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isSymbol(i)) {
        continue;
      }
      if (words == path.length) {
        return List.of();
      }
      path[words++] = i;
      key = NameKeys.append(key, hash(i));
    }
    if (words == 0) {
      return List.of();
    }
    collect(key, words, tokens.start(path[0]));
    if (candidates.isEmpty()) {
      collectGlued(words, tokens.start(path[0]));
    }
    int first = path[0];
    int ending = inflections.openingEnding(folded(first));
    if (candidates.isEmpty() && ending > 0) {
      key =
          append(keys.word(tokens.text(), tokens.start(first), tokens.end(first) - ending), words);
      collect(key, words, tokens.start(first));
    }
    return List.copyOf(candidates);
  }

  /** The key of a name with this first word and the words of the path behind it. */
  private long append(long first, int words) {
    long key = NameKeys.append(NameKeys.START, first);
    for (int i = 1; i < words; i++) {
      key = NameKeys.append(key, hash(path[i]));
    }
    return key;
  }

  private @Nullable KnownName longestAt(int token, int start) {
    return longestAt(token, start, keys.word(tokens.text(), start, tokens.end(token)));
  }

  private @Nullable KnownName longestAt(int token, int start, long first) {
    candidates.clear();
    int reach = knowledge.reach(first);
    long key = NameKeys.START;
    KnownName longest = null;
    int words = 0;
    int current = token;
    int sentenceEnd = -1;
    while (words < Math.max(reach, 1) && words < path.length) {
      path[words] = current;
      long before = key;
      key = NameKeys.append(key, words == 0 ? first : hash(current));
      words++;
      candidates.clear();
      if (words <= reach) {
        collect(key, words, start);
      }
      if (candidates.isEmpty() && !inflections.glued().isEmpty() && start == tokens.start(token)) {
        collectGlued(words, before, start);
      }
      if (!candidates.isEmpty()) {
        longest =
            new KnownName(token, current + 1, start, tokens.end(current), List.copyOf(candidates));
      }
      if (words >= reach) {
        break;
      }
      if (sentenceEnd < 0) {
        sentenceEnd = tokens.sentenceEnd(tokens.sentenceOf(token));
      }
      current = next(current, sentenceEnd);
      if (current < 0) {
        break;
      }
    }
    return longest;
  }

  /**
   * The next word of the same name, across at most two joining marks or a comma; -1 if there is
   * none.
   */
  private int next(int token, int limit) {
    int next = token + 1;
    for (int marks = 0; next < limit && tokens.isSymbol(next); marks++) {
      boolean joins = JOINERS.indexOf(tokens.first(next)) >= 0 || tokens.first(next) == ',';
      if (marks == 2 || !joins || !tokens.isGlued(next)) {
        return -1;
      }
      next++;
    }
    return next < limit ? next : -1;
  }

  private void collectGlued(int words, int start) {
    long before = NameKeys.START;
    for (int i = 0; i + 1 < words; i++) {
      before = NameKeys.append(before, hash(path[i]));
    }
    collectGlued(words, before, start);
  }

  /** Looks for the name without an ending that is glued to its last word. */
  private void collectGlued(int words, long before, int start) {
    int last = path[words - 1];
    String word = folded(last);
    if (word.isEmpty()) {
      return;
    }
    for (String ending : inflections.glued()) {
      if (word.length() >= ending.length() + shortest(word) && word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        collect(NameKeys.append(before, keys.word(stem, 0, stem.length())), words, start);
        if (!candidates.isEmpty()) {
          return;
        }
      }
    }
  }

  private void collect(long key, int words, int start) {
    candidates.clear();
    for (ReadName name : names.under(key)) {
      check(name, words, start);
    }
    if (candidates.size() > 1) {
      keepBestName();
      candidates.sort(LIKELIEST_FIRST);
    }
  }

  /** Of several names of one entity keeps the one of the language, or else the exact one. */
  private void keepBestName() {
    int kept = 0;
    for (Candidate candidate : candidates) {
      int same = 0;
      while (same < kept && candidates.get(same).entity() != candidate.entity()) {
        same++;
      }
      candidates.set(same, same < kept ? better(candidates.get(same), candidate) : candidate);
      kept = Math.max(kept, same + 1);
    }
    candidates.subList(kept, candidates.size()).clear();
  }

  private Candidate better(Candidate one, Candidate other) {
    String canonical = knowledge.name(one.entity(), language);
    if (one.name().equals(canonical) || other.name().equals(canonical)) {
      return one.name().equals(canonical) ? one : other;
    }
    if (one.exact() != other.exact()) {
      return one.exact() ? one : other;
    }
    // Of two base forms of one inflected word the longer one explains more of it.
    return other.name().length() > one.name().length() ? other : one;
  }

  /** Keeps a name whose words, one by one, are those of the text or their base forms. */
  private void check(ReadName name, int words, int start) {
    if (candidates.size() == MOST_CANDIDATES || name.words().size() != words) {
      return;
    }
    String first = foldedFrom(path[0], start);
    if (first.isEmpty() || name.opening() != 0 && name.opening() != first.charAt(0)) {
      return;
    }
    boolean exact = true;
    for (int i = 0; i < words; i++) {
      ReadName.Word word = name.words().get(i);
      String read = i == 0 ? first : folded(path[i]);
      boolean comma = word.isBehindComma();
      if (i > 0 && hasComma(path[i - 1], path[i]) != comma && (!comma || !given)
          || !reads(read, word.folded())
          || !fitsCase(word, path[i]) && !isSpelledOut(word, path[i], name)) {
        return;
      }
      exact &= read.equals(word.folded());
    }
    candidates.add(
        new Candidate(
            name.entity(),
            name.type(),
            spelled(name.entity(), name.name()),
            exact,
            name.weak(),
            name.prominence()));
  }

  /** Whether a word of a text is that of a name, or a form of it; both folded. */
  private boolean reads(String read, String known) {
    return read.equals(known)
        || known.length() >= shortest(known) && inflections.inflects(known, read);
  }

  private boolean hasComma(int before, int token) {
    for (int i = before + 1; i < token; i++) {
      if (tokens.first(i) == ',') {
        return true;
      }
    }
    return false;
  }

  /** The name with the accents of the language: {@code Londyn} and {@code Londýn} share a key. */
  private String spelled(int entity, String name) {
    String canonical = knowledge.name(entity, language);
    boolean same =
        canonical != null
            && canonical.length() == name.length()
            && !canonical.equals(name)
            && NameKeys.folded(canonical).equals(NameKeys.folded(name));
    return same ? canonical : name;
  }

  /**
   * {@code Otan, Onu, Nato}: many papers write an acronym that is read as a word like a word. Taken
   * for one where somebody else found a name there and the acronym is known everywhere.
   */
  private boolean isSpelledOut(ReadName.Word word, int token, ReadName name) {
    return given
        && word.isAcronym()
        && tokens.isCapitalized(token)
        && tokens.end(token) - tokens.start(token) >= SHORTEST_BARE
        && name.prominence() >= FAMOUS;
  }

  /** A short name in capitals is an acronym: only capitals name it, and it names only capitals. */
  private boolean fitsCase(ReadName.Word word, int token) {
    if (!word.isCapitalized()) {
      return true;
    }
    boolean capitals = tokens.isAllCapitals(token);
    if (word.isAcronym() && !capitals) {
      return false;
    }
    if (given) {
      return true;
    }
    if (!tokens.isCapitalized(token)) {
      return false;
    }
    return word.isAcronym()
        || !capitals
        || tokens.end(token) - tokens.start(token) > 4
        || shouts(token);
  }

  /** Whether a neighbour is in capitals as well, as in a headline. */
  private boolean shouts(int token) {
    return token > 0 && tokens.isAllCapitals(token - 1)
        || token + 1 < tokens.size() && tokens.isAllCapitals(token + 1);
  }

  /** A syllable of Hangul weighs more than a letter. */
  private static int shortest(String word) {
    return word.charAt(0) >= 0xAC00 && word.charAt(0) <= 0xD7A3 ? 2 : 3;
  }

  private boolean mayBegin(int token) {
    int c = tokens.text().codePointAt(tokens.start(token));
    return !LetterCase.isSmall(c);
  }

  private String prefixes(int token) {
    char c = tokens.first(token);
    if (c >= 0x05D0 && c <= 0x05EA) {
      return HEBREW_PREFIXES;
    }
    return c >= 0x0620 && c <= 0x064A ? ARABIC_PREFIXES : "";
  }

  private long hash(int token) {
    if (hashes[token] == 0) {
      hashes[token] = keys.word(tokens.text(), tokens.start(token), tokens.end(token));
    }
    return hashes[token];
  }

  private String foldedFrom(int token, int start) {
    return start == tokens.start(token)
        ? folded(token)
        : NameKeys.folded(tokens.text().substring(start, tokens.end(token)));
  }

  private String folded(int token) {
    String known = folded[token];
    if (known == null) {
      known = NameKeys.folded(tokens.word(token));
      folded[token] = known;
    }
    return known;
  }
}
