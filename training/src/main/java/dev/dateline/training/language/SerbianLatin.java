package dev.dateline.training.language;

/** Writes Serbian in Latin letters, so that a set with Cyrillic Serbian teaches both scripts. */
public final class SerbianLatin {

  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final String[] LATIN =
      ("a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š").split(" ");

  private SerbianLatin() {}

  /** The text with its Cyrillic letters written in Latin ones. */
  public static String of(String text) {
    var latin = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char lower = Character.toLowerCase(c);
      int index = CYRILLIC.indexOf(lower);
      if (index < 0) {
        latin.append(c);
      } else if (c == lower) {
        latin.append(LATIN[index]);
      } else {
        latin.append(Character.toUpperCase(LATIN[index].charAt(0)));
        latin.append(LATIN[index], 1, LATIN[index].length());
      }
    }
    return latin.toString();
  }
}
