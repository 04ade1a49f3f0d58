package dev.dateline.enrich.stage.link;

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

/**
 * What the base form of each word of a name may be, by the endings of the language, and what speaks
 * for each option. Trainer and stage share it. For one thread.
 */
public final class BaseFormOptions {

  /** Number of features: a power of two. */
  public static final int FEATURES = 1 << 17;

  private static final int SHORTEST_STEM = 2;

  /** The languages of the gold that the model learns from, and near relatives. */
  private static final Set<String> TAUGHT =
      Set.of("be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk");

  private final Knowledge knowledge;
  private final String language;
  private final Inflections inflections;
  private final NameKeys keys = new NameKeys();
  private final boolean taught;

  /**
   * A form that may be the base form.
   *
   * @param features numbers below {@link #FEATURES}
   */
  public record Option(String word, int[] features) {}

  /** Options for names of a language. */
  public BaseFormOptions(Knowledge knowledge, String language) {
    this.knowledge = knowledge;
    this.language = language;
    this.inflections = Inflections.of(language);
    this.taught = TAUGHT.contains(ULocale.forLanguageTag(language).getLanguage());
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
    List<Option> options = new ArrayList<>(found.size());
    for (Map.Entry<String, Inflections.Rule> entry : found.entrySet()) {
      String base = entry.getKey();
      boolean inDocument = documentWords.contains(base);
      if (!taught && !base.equals(lower) && !isName(base) && !inDocument) {
        continue;
      }
      int[] features = features(around, lower, base, entry.getValue(), inDocument);
      options.add(new Option(cased(base, word), features));
    }
    return options;
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

  private int[] features(
      Surroundings around, String form, String base, Inflections.Rule rule, boolean inDocument) {
    String change = language + ' ' + rule.form() + '>' + rule.base();
    String stem = form.substring(0, form.length() - rule.form().length());
    String kind = around.kind();
    String position = around.position();
    String before = around.beforeEnding();
    String same = String.valueOf(rule == Inflections.Rule.NONE);
    String evidence = (isName(base) ? "n" : "") + (inDocument ? "d" : "") + same;
    return new int[] {
      hash('a', change),
      hash('b', change, kind, position),
      hash('c', change, "|", lastOf(stem, 1)),
      hash('d', change, "|", lastOf(stem, 2)),
      hash('e', change, "|", lastOf(stem, 3), kind),
      hash('f', change, "|", lastOf(stem, 2), kind, position),
      hash('g', change, kind, "<", before),
      hash('h', change, kind, ">", around.afterEnding()),
      hash('i', language, evidence),
      hash('j', evidence),
      hash('k', evidence, kind, position),
      hash('l', language, same, around.capitalized(), kind, around.hasBefore()),
      hash('m', language, same, lastOf(form, 4)),
      hash('n', language, same, lastOf(form, 3), position, kind),
      hash('o', language, same, lastOf(form, 2), "<", before, ">", around.afterEnding()),
      hash('p', language, lastOf(base, 2), kind, position),
      hash('q', language, lastOf(base, 2), kind, "<", before),
      hash('r', change, kind, "<", around.longerBefore()),
      hash('s', language, same, around.capitals())
    };
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
    String folded = NameKeys.folded(word);
    long key = NameKeys.append(NameKeys.START, keys.word(word, 0, word.length()));
    boolean[] found = new boolean[1];
    knowledge.lookUp(key, (entity, name, weak) -> found[0] |= NameKeys.folded(name).equals(folded));
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

  /** Hash of a kind and of all the parts in a row. */
  private static int hash(char kind, String... parts) {
    int hash = (0x811C9DC5 ^ kind) * 0x01000193;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x01000193;
      }
    }
    hash ^= hash >>> 15;
    return hash & FEATURES - 1;
  }
}
