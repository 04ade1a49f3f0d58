package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which forms of a word belong together, by the endings of its language. All words are given folded
 * ({@link NameKeys#folded}).
 */
final class Inflections {

  /** An ending of the base form and one of another form. */
  record Rule(String base, String form, String foldedBase, String foldedForm) {

    /** The form is the base form. */
    static final Rule NONE = new Rule("", "", "", "");
  }

  /** What must remain of a word in front of an ending. */
  private static final int SHORTEST_STEM = 2;

  /** Languages that glue endings or articles to a word as it is. */
  private static final Set<String> GLUING =
      Set.of(
          "tr", "az", "kk", "ky", "tt", "uz", "hu", "fi", "et", "hy", "ka", "ko", "ro", "sq", "sv",
          "nb", "no", "nn", "da", "is", "bg", "mk");

  private static final Inflections NONE = new Inflections("und", List.of());
  private static final Map<String, Inflections> BY_LANGUAGE = read();

  private static final Set<String> SLAVIC =
      Set.of("ru", "uk", "be", "sr", "sr-Latn", "hr", "bs", "sl", "cs", "sk", "pl");

  private static final Set<String> ARTICLES = Set.of("та", "то", "те", "ът", "ят", "от");

  private final String language;
  private final Map<String, List<Rule>> byForm = new HashMap<>();
  private final List<String> glued = new ArrayList<>();
  private int longestForm;

  private Inflections(String language, List<Rule> rules) {
    this.language = language;
    for (Rule rule : rules) {
      byForm.computeIfAbsent(rule.foldedForm(), form -> new ArrayList<>()).add(rule);
      longestForm = Math.max(longestForm, rule.foldedForm().length());
      if (rule.foldedBase().isEmpty() && GLUING.contains(language)) {
        glued.add(rule.foldedForm());
      }
    }
  }

  /** The endings of a language; none where nothing is known of it. */
  static Inflections of(String tag) {
    Inflections found = BY_LANGUAGE.get(tag);
    if (found != null) {
      return found;
    }
    int subtag = tag.indexOf('-');
    return subtag < 0 ? NONE : BY_LANGUAGE.getOrDefault(tag.substring(0, subtag), NONE);
  }

  /**
   * Letters that the first word of a longer name may have on top of its base form: an article in
   * Bulgarian and Macedonian, the ending of an adjective in German; 0 if it has none.
   */
  int openingEnding(String word) {
    switch (language) {
      case "de":
        return word.length() > 4 && "nrms".indexOf(word.charAt(word.length() - 1)) >= 0 ? 1 : 0;
      case "bg", "mk":
        return word.length() > 5 && ARTICLES.contains(word.substring(word.length() - 2)) ? 2 : 0;
      default:
        return 0;
    }
  }

  /** How long an ending is that {@link #openingEnding} finds; 0 where the language has none. */
  int openingEndingLength() {
    return switch (language) {
      case "de" -> 1;
      case "bg", "mk" -> 2;
      default -> 0;
    };
  }

  /** Endings that may be glued to any name; folded. Empty for languages that do not glue. */
  List<String> glued() {
    return glued;
  }

  /** Whether {@code form} is another form of {@code base}; both folded. */
  boolean inflects(String base, String form) {
    return endsAs(base, form) || hasFleetingVowel(base) && endsAs(withoutFleetingVowel(base), form);
  }

  /** {@code Египет, Египта; Карел, Карла}: the last vowel of the base form falls out. */
  private boolean hasFleetingVowel(String base) {
    int length = base.length();
    return SLAVIC.contains(language)
        && length > 3
        && "еоeo".indexOf(base.charAt(length - 2)) >= 0
        && "аеиоуыэюяіїєйьъaeiouy".indexOf(base.charAt(length - 1)) < 0;
  }

  private static String withoutFleetingVowel(String base) {
    return base.substring(0, base.length() - 2) + base.charAt(base.length() - 1);
  }

  private boolean endsAs(String base, String form) {
    int shortest = Math.max(SHORTEST_STEM, form.length() - longestForm);
    for (int stem = sharedLength(base, form); stem >= shortest; stem--) {
      for (Rule rule : byForm.getOrDefault(form.substring(stem), List.of())) {
        if (base.length() == stem + rule.foldedBase().length()
            && base.endsWith(rule.foldedBase())) {
          return true;
        }
      }
    }
    return false;
  }

  private static int sharedLength(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  /** Whether nothing is known of the language's endings. */
  boolean isEmpty() {
    return byForm.isEmpty();
  }

  /** The rules whose form ends a word in lower case, written with all its accents. */
  List<Rule> written(String word) {
    List<Rule> found = new ArrayList<>();
    for (Rule rule : rulesFor(NameKeys.folded(word))) {
      if (word.endsWith(rule.form())) {
        found.add(rule);
      }
    }
    return found;
  }

  /** The rules whose form ends a folded word, longest ending first. */
  List<Rule> rulesFor(String form) {
    List<Rule> found = new ArrayList<>();
    int longest = Math.min(longestForm, form.length() - SHORTEST_STEM);
    for (int length = longest; length >= 0; length--) {
      found.addAll(byForm.getOrDefault(form.substring(form.length() - length), List.of()));
    }
    return found;
  }

  private static Map<String, Inflections> read() {
    Map<String, List<Rule>> rules = new HashMap<>();
    try (InputStream in = Inflections.class.getResourceAsStream("inflection.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] field = line.split("\t");
          String base = ending(field[1]);
          for (String form : field[2].split(" ")) {
            rules
                .computeIfAbsent(field[0], language -> new ArrayList<>())
                .add(
                    new Rule(
                        base, ending(form), NameKeys.folded(base), NameKeys.folded(ending(form))));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Inflections> byLanguage = new HashMap<>();
    rules.forEach((tag, list) -> byLanguage.put(tag, new Inflections(tag, List.copyOf(list))));
    return Map.copyOf(byLanguage);
  }

  private static String ending(String written) {
    return written.equals("-") ? "" : written;
  }
}
