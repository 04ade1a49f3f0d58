package dev.dateline.enrich.stage.link;

import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The country that most people who speak a language live in, by CLDR's likely subtags. */
final class HomeCountry {

  /** Reading the likely subtags takes as long as a hundred words; there are few languages. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private HomeCountry() {}

  /**
   * The country of a language.
   *
   * @param language BCP 47
   * @return ISO 3166-1 alpha-2; empty where there is none
   */
  static String of(String language) {
    return KNOWN.computeIfAbsent(
        language, tag -> ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getCountry());
  }
}
