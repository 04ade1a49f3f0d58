package dev.dateline.enrich.stage.name;

import java.text.Normalizer;

/**
 * Folds letters for features, one table look-up a character: lower case, no accents, Cyrillic and
 * Greek in Latin letters. So that {@code президент}, {@code prezydent} and {@code prezident} share
 * prefixes, and what one language taught helps its neighbours. It is no transliteration to show.
 */
final class Romanizer {

  private static final String CYRILLIC =
      "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h"
          + " ц=c ч=ch ш=sh щ=sht ъ=a ы=i ь= э=e ю=ju я=ja ё=e є=je і=i ї=i ґ=g ј=j љ=lj њ=nj ћ=ch"
          + " ђ=dj џ=dzh ѓ=gj ќ=kj ѕ=dz ў=u ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ѐ=e ѝ=i";

  private static final String GREEK =
      "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f"
          + " χ=h ψ=ps ω=o";

  private static final String LATIN =
      "ł=l đ=d ø=o ß=ss ı=i æ=ae œ=oe þ=th ð=d ə=a ħ=h š=sh č=ch ž=zh ć=ch ś=sh ź=zh ż=zh ř=rzh"
          + " w=v y=i ď=d ť=t ň=n";

  private static final int LIMIT = 0x2000;
  private static final String[] TABLE = new String[LIMIT];

  static {
    for (int c = 0; c < LIMIT; c++) {
      TABLE[c] = withoutAccent(Character.toLowerCase((char) c));
    }
    for (String pair : (CYRILLIC + " " + GREEK + " " + LATIN).split(" ")) {
      char from = pair.charAt(0);
      String to = pair.substring(2);
      TABLE[from] = to;
      TABLE[Character.toUpperCase(from)] = to;
    }
    TABLE['I'] = "i";
    TABLE['S'] = "s";
    for (int c = 'ά'; c <= 'ώ'; c++) {
      String plain = withoutAccent((char) c);
      TABLE[c] = TABLE[plain.charAt(0)];
    }
  }

  private Romanizer() {}

  /** The Latin letters of a character, in lower case; the lower-cased character where unknown. */
  static String fold(char c) {
    return c < LIMIT ? TABLE[c] : String.valueOf(Character.toLowerCase(c));
  }

  private static String withoutAccent(char c) {
    if (Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.NON_SPACING_MARK) {
      return c < 0x0370 || c > 0x0500 && c < 0x0600 ? "" : String.valueOf(c);
    }
    if (c >= 0x0400 && c < 0x0530 || c >= 0x0590 && c < 0x1E00) {
      return String.valueOf(c);
    }
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return parts.isEmpty() ? String.valueOf(c) : parts.substring(0, 1);
  }
}
