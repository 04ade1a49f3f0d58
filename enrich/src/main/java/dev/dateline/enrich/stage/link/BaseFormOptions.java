package dev.dateline.enrich.stage.link;

import static dev.dateline.enrich.stage.link.RunningHash.add;
import static dev.dateline.enrich.stage.link.RunningHash.addEnd;

import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the base form of each word of a name may be, by the endings of the language, and what speaks
 * for each option. Trainer and stage share it. For one thread.
 */
public final class BaseFormOptions {

  /** Number of features: a power of two. */
  public static final int FEATURES = 1 << 17;

  private static final int SHORTEST_STEM = 2;

  /** The kinds of the features that begin with the change that a rule makes. */
  private static final String CHANGE_KINDS = "abcdefghr";

  private static final Map<String, Language> LANGUAGES = new ConcurrentHashMap<>();

  /** The languages of the gold that the model learns from, and near relatives. */
  private static final Set<String> TAUGHT =
      Set.of("be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk");

  private final Knowledge knowledge;
  private final String language;
  private final Inflections inflections;
  private final NameKeys keys = new NameKeys();
  private final boolean taught;
  private final Map<Inflections.Rule, int[]> changes;

  /**
   * What is worked out once for a language.
   *
   * @param taught whether there is gold for it or a near relative
   * @param changes what {@link #change} gives: there are few rules
   */
  private record Language(boolean taught, Map<Inflections.Rule, int[]> changes) {

    static Language of(String tag) {
      return new Language(
          TAUGHT.contains(ULocale.forLanguageTag(tag).getLanguage()), new ConcurrentHashMap<>());
    }
  }

  /**
   * A form that may be the base form.
   *
   * @param base in lower case
   * @param like the word as the name has it, whose case the form takes
   * @param features numbers below {@link #FEATURES}
   */
  public record Option(String base, String like, int[] features) {

    /** The form as it would stand in the name. */
    public String word() {
      return cased(base, like);
    }
  }

  /** Options for names of a language. */
  public BaseFormOptions(Knowledge knowledge, String language) {
    this.knowledge = knowledge;
    this.language = language;
    this.inflections = Inflections.of(language);
    Language known = LANGUAGES.computeIfAbsent(language, Language::of);
    this.changes = known.changes();
    this.taught = known.taught();
  }

  /** Whether the language inflects names at all, as far as is known. */
  public boolean areAny() {
    return !inflections.isEmpty();
  }

  /**
   * The options for a word of a name; the first is the word as it is. In a language without gold
   * only what the knowledge base or the document has as a name can be another: endings alone
   * mislead ({@code Turnhallen} is no form of {@code Turnhaller}).
   *
   * @param name the tokens of the name
   * @param documentWords words of names of the document, in lower case
   */
  public List<Option> of(Tokens name, int token, EntityType type, Set<String> documentWords) {
    String word = name.word(token);
    String lower = word.toLowerCase(Locale.ROOT);
    Map<String, Inflections.Rule> found = new LinkedHashMap<>();
    found.put(lower, Inflections.Rule.NONE);
    for (Inflections.Rule rule : inflections.written(lower)) {
      int stem = lower.length() - rule.form().length();
      if (stem >= SHORTEST_STEM) {
        found.putIfAbsent(lower.substring(0, stem) + rule.base(), rule);
      }
    }
    Surroundings around = Surroundings.of(name, token, type);
    int[] kept = ofWord(around, lower, "true");
    int[] changed = ofWord(around, lower, "false");
    List<Option> options = new ArrayList<>(found.size());
    for (Map.Entry<String, Inflections.Rule> entry : found.entrySet()) {
      String base = entry.getKey();
      boolean inDocument = documentWords.contains(base);
      boolean isName = isName(base);
      if (!taught && !base.equals(lower) && !isName && !inDocument) {
        continue;
      }
      Inflections.Rule rule = entry.getValue();
      boolean same = rule == Inflections.Rule.NONE;
      Evidence evidence = new Evidence(isName ? "n" : "", inDocument ? "d" : "", same);
      int[] features = features(around, lower, base, rule, evidence, same ? kept : changed);
      options.add(new Option(base, word, features));
    }
    return options;
  }

  /** What speaks for an option beside its letters. */
  private record Evidence(String isName, String inDocument, boolean same) {

    int addTo(int hash) {
      return add(hash, isName, inDocument, same ? "true" : "false");
    }
  }

  /** What all the options for a word share. */
  private record Surroundings(
      String kind,
      String position,
      String beforeEnding,
      String longerBefore,
      String afterEnding,
      String capitalized,
      String capitals,
      String hasBefore) {

    static Surroundings of(Tokens name, int token, EntityType type) {
      int before = neighbour(name, token, -1);
      int after = neighbour(name, token, 1);
      return new Surroundings(
          type == EntityType.PERSON ? "p" : type == EntityType.PLACE ? "l" : "o",
          (before < 0 ? "b" : "") + (after < 0 ? "e" : ""),
          before < 0 ? "" : ending(name.word(before), 2),
          before < 0 ? "" : ending(name.word(before), 3),
          after < 0 ? "" : ending(name.word(after), 2),
          String.valueOf(name.isCapitalized(token)),
          String.valueOf(name.isAllCapitals(token)),
          String.valueOf(before >= 0));
    }
  }

  /**
   * What speaks for a word as it is, or for another one in its place, whichever.
   *
   * @param same "true" for the word as it is
   */
  private int[] ofWord(Surroundings around, String form, String same) {
    int end = form.length();
    String kind = around.kind();
    return new int[] {
      feature(add(add(ofLanguage('l'), same, around.capitalized(), kind), around.hasBefore())),
      feature(addEnd(add(ofLanguage('m'), same), form, end, 4)),
      feature(add(addEnd(add(ofLanguage('n'), same), form, end, 3), around.position(), kind)),
      feature(
          add(
              add(
                  addEnd(add(ofLanguage('o'), same), form, end, 2),
                  "<",
                  around.beforeEnding(),
                  ">"),
              around.afterEnding())),
      feature(add(ofLanguage('s'), same, around.capitals()))
    };
  }

  private int[] features(
      Surroundings around,
      String form,
      String base,
      Inflections.Rule rule,
      Evidence evidence,
      int[] ofWord) {
    int[] change = changes.computeIfAbsent(rule, this::change);
    int stem = form.length() - rule.form().length();
    int baseEnd = base.length();
    String kind = around.kind();
    String position = around.position();
    String before = around.beforeEnding();
    return new int[] {
      feature(change[0]),
      feature(add(change[1], kind, position)),
      feature(addEnd(add(change[2], "|"), form, stem, 1)),
      feature(addEnd(add(change[3], "|"), form, stem, 2)),
      feature(add(addEnd(add(change[4], "|"), form, stem, 3), kind)),
      feature(add(addEnd(add(change[5], "|"), form, stem, 2), kind, position)),
      feature(add(change[6], kind, "<", before)),
      feature(add(change[7], kind, ">", around.afterEnding())),
      feature(evidence.addTo(ofLanguage('i'))),
      feature(evidence.addTo(RunningHash.of('j'))),
      feature(add(evidence.addTo(RunningHash.of('k')), kind, position)),
      ofWord[0],
      ofWord[1],
      ofWord[2],
      ofWord[3],
      feature(add(addEnd(ofLanguage('p'), base, baseEnd, 2), kind, position)),
      feature(add(addEnd(ofLanguage('q'), base, baseEnd, 2), kind, "<", before)),
      feature(add(change[8], kind, "<", around.longerBefore())),
      ofWord[4]
    };
  }

  /** The beginnings of the features that begin with the change that a rule makes. */
  private int[] change(Inflections.Rule rule) {
    String change = language + ' ' + rule.form() + '>' + rule.base();
    int[] beginnings = new int[CHANGE_KINDS.length()];
    for (int i = 0; i < beginnings.length; i++) {
      beginnings[i] = add(RunningHash.of(CHANGE_KINDS.charAt(i)), change);
    }
    return beginnings;
  }

  private int ofLanguage(char kind) {
    return add(RunningHash.of(kind), language);
  }

  private static int feature(int hash) {
    return (hash ^ hash >>> 15) & FEATURES - 1;
  }

  private static int neighbour(Tokens name, int token, int direction) {
    int other = token + direction;
    while (other >= 0 && other < name.size() && name.isSymbol(other)) {
      other += direction;
    }
    return other < name.size() ? other : -1;
  }

  private static String ending(String word, int length) {
    return lastOf(word, length).toLowerCase(Locale.ROOT);
  }

  private static String lastOf(String word, int length) {
    return word.substring(Math.max(0, word.length() - length));
  }

  /** Whether the knowledge base has a name that is this word alone. */
  private boolean isName(String word) {
    long key = NameKeys.append(NameKeys.START, keys.word(word, 0, word.length()));
    String folded = NameKeys.folded(word);
    boolean[] found = new boolean[1];
    knowledge.lookUp(
        key, (entity, name, weak) -> found[0] = found[0] || NameKeys.folded(name).equals(folded));
    return found[0];
  }

  private static String cased(String lower, String like) {
    if (like.length() > 1 && like.equals(like.toUpperCase(Locale.ROOT))) {
      return lower.toUpperCase(Locale.ROOT);
    }
    boolean capital = Character.isUpperCase(like.charAt(0));
    String first = lower.substring(0, 1);
    return (capital ? first.toUpperCase(Locale.ROOT) : first) + lower.substring(1);
  }
}
