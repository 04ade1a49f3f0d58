package dev.dateline.enrich.stage.name;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.NameKeys;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Months and days of the week (CLDR, through ICU): places and firms are called like them, but where
 * one stands alone it is the date.
 */
public final class CalendarWords {

  /** Endings of inflected forms, in scripts where hardly a name begins like a month. */
  private static final int LONGEST_ENDING = 2;

  private static final int FIRST_BEYOND_LATIN = 0x370;
  private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};

  private static final Map<String, CalendarWords> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Set<String> words = new HashSet<>();

  private CalendarWords(String language) {
    DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(language));
    for (int context : CONTEXTS) {
      add(symbols.getMonths(context, DateFormatSymbols.WIDE));
      add(symbols.getWeekdays(context, DateFormatSymbols.WIDE));
    }
  }

  /** Those of a language, BCP 47. */
  public static CalendarWords of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, CalendarWords::new);
  }

  /** Whether this is one of them, or an inflected form of one. */
  public boolean contains(String form) {
    String folded = NameKeys.folded(form);
    int shortest = folded.isEmpty() || folded.charAt(0) < FIRST_BEYOND_LATIN ? folded.length() : 4;
    for (int cut = 0; cut <= LONGEST_ENDING && folded.length() - cut >= shortest; cut++) {
      if (words.contains(folded.substring(0, folded.length() - cut))) {
        return true;
      }
    }
    return false;
  }

  /** Words with a letter: some languages number their months. */
  private void add(String[] names) {
    for (String name : names) {
      if (name.chars().anyMatch(Character::isLetter)) {
        words.add(NameKeys.folded(name));
      }
    }
  }
}
