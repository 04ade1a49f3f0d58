package dev.dateline.enrich.stage.link;

/** Serbian Cyrillic in Latin letters: Vuk's alphabet and Gaj's, letter by letter. */
final class SerbianLatin {

  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final String[] LATIN =
      ("a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š").split(" ");

  private SerbianLatin() {}

  /** A name in Latin letters; what is no Serbian letter stays. */
  static String of(String cyrillic) {
    StringBuilder latin = new StringBuilder(cyrillic.length() + 4);
    for (int i = 0; i < cyrillic.length(); i++) {
      char c = cyrillic.charAt(i);
      int letter = CYRILLIC.indexOf(Character.toLowerCase(c));
      if (letter < 0) {
        latin.append(c);
      } else if (Character.isUpperCase(c)) {
        latin
            .append(Character.toUpperCase(LATIN[letter].charAt(0)))
            .append(LATIN[letter].substring(1));
      } else {
        latin.append(LATIN[letter]);
      }
    }
    return latin.toString();
  }
}
