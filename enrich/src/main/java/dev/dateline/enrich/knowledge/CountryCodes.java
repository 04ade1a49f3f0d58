package dev.dateline.enrich.knowledge;

/** Codes of two letters as strings, each of which is there once. */
final class CountryCodes {

  private static final int LETTERS = 26;
  private static final String[] CODES = new String[LETTERS * LETTERS];

  static {
    for (int i = 0; i < CODES.length; i++) {
      CODES[i] = code('A' + i / LETTERS, 'A' + i % LETTERS);
    }
  }

  private CountryCodes() {}

  /** The code of two ASCII characters. */
  static String of(byte first, byte second) {
    boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    return letters ? CODES[(first - 'A') * LETTERS + second - 'A'] : code(first, second);
  }

  private static String code(int first, int second) {
    return new String(new char[] {(char) first, (char) second});
  }
}
