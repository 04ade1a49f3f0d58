package dev.dateline.training.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Which strings of the sources are names worth looking for in the news. */
final class Names {

  private Names() {}

  static boolean isUsable(String name) {
    if (name.length() < 2
        || name.getBytes(StandardCharsets.UTF_8).length > 120
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
  static boolean isMachineMade(String alternate) {
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

  static String slug(String english) {
    String plain =
        java.text.Normalizer.normalize(english, java.text.Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
