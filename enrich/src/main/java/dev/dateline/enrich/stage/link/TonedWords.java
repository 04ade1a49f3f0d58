package dev.dateline.enrich.stage.link;

/**
 * Single words of Vietnamese, where the marks on the vowels make the word: {@code Tại} (at) is not
 * the {@code Tai} that Thailand is called somewhere. A text without marks is taken as it comes, and
 * so are names of several words.
 */
final class TonedWords {

  private static final int FIRST_MARKED = 0xC0;

  private TonedWords() {}

  /** Whether a form may be a name, which is the same without accents. */
  static boolean agree(String form, String name, String language) {
    return !language.equals("vi")
        || form.indexOf(' ') >= 0
        || form.chars().noneMatch(c -> c >= FIRST_MARKED)
        || form.equalsIgnoreCase(name);
  }
}
