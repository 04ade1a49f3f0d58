package dev.dateline.enrich.knowledge;

import java.nio.charset.StandardCharsets;

/** Which strings of a source are names worth looking for in the news. */
public final class UsableNames {

  private static final int MOST_BYTES = 120;

  private UsableNames() {}

  /** Whether a string can be looked for: not too short or long, with a letter, no address. */
  static boolean isUsable(String name) {
    if (name.length() < 2
        || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        || name.indexOf('\uFFFD') >= 0
        || name.indexOf('\n') >= 0) {
      return isSingleHan(name);
    }
    return name.codePoints().anyMatch(Character::isLetter) && !name.contains("http");
  }

  private static boolean isSingleHan(String name) {
    return name.length() == 1
        && Character.UnicodeScript.of(name.charAt(0)) == Character.UnicodeScript.HAN;
  }

  /**
   * GeoNames mixes machine transliterations ({@code a si ta na, astanh}) and airport codes into the
   * alternate names: Latin names in lower case, and names of three capitals.
   */
  public static boolean isMachineMade(String alternate) {
    int first = alternate.codePointAt(0);
    if (Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN) {
      if (Character.isLowerCase(first)) {
        return !alternate.contains("-") && !alternate.contains("'");
      }
      return alternate.matches("[A-Z]{3,4}");
    }
    return mixesScripts(alternate);
  }

  private static boolean mixesScripts(String name) {
    boolean latin = false;
    boolean other = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetter(c)) {
        boolean isLatin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        latin |= isLatin;
        other |= !isLatin;
      }
    }
    return latin && other;
  }
}
