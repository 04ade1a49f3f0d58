package dev.dateline.ingest.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The months by their names, as the Java platform knows them in many languages. */
final class MonthNames {

  /** What a name is written with, folded: Thai ones have a point within. */
  static final String WORD = "\\p{L}[\\p{L}\\p{M}]{0,14}(?:\\.\\p{L}\\p{M}?(?![\\p{L}\\p{M}]))?";

  /** Where two of these call different months by one name, the one that stands first is meant. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "ro", "bg", "ru",
          "uk", "sv", "da", "no", "fi", "hu", "tr", "el", "ca", "sr", "sr-Latn", "bs", "mk", "be",
          "et", "lv", "lt", "is", "sq", "ar", "ar-MA", "ar-DZ", "ar-LB", "he", "fa", "ur", "hi",
          "bn", "ta", "th", "id", "ms", "de-AT", "ka", "hy", "az", "kk");

  private static final int SHORTEST = 3;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]");
  private static final NavigableMap<String, Month> NAMES = names();

  private MonthNames() {}

  /** The month of a folded name; a longer name may be cut where it remains that of one month. */
  static Optional<Month> month(String name) {
    String key = key(name);
    if (key.startsWith("ב") && !NAMES.containsKey(key)) {
      return month(key.substring(1)); // Hebrew writes "in" and the month as one word
    }
    Month whole = NAMES.get(key);
    if (whole != null || key.length() < SHORTEST) {
      return Optional.ofNullable(whole);
    }
    List<Month> begun =
        NAMES.subMap(key, key + Character.MAX_VALUE).values().stream().distinct().toList();
    return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }

  private static String key(String name) {
    return BETWEEN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static NavigableMap<String, Month> names() {
    NavigableMap<String, Month> names = new TreeMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style : TextStyle.values()) {
          String name = FoldedText.of(month.getDisplayName(style, locale));
          String key = key(name.substring(name.lastIndexOf(' ') + 1)); // Catalan has "de març"
          if (key.length() >= (name.contains(".") ? 2 : SHORTEST)) {
            names.putIfAbsent(key, month);
          }
        }
      }
    }
    return names;
  }
}
