package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens an agency report and names who publishes it: {@code /Publisher/ Text} or
 * {@code PLACE (Publisher) - Text}.
 *
 * @param publisher the name
 * @param end where the text proper begins
 */
record LeadingDateline(String publisher, int end) {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PLACE = 60;
  private static final int MOST_LOWER_CASE_LETTERS_OF_A_PARTICLE = 3;

  /** The dateline at the start of a text, where it has one of these forms. */
  static Optional<LeadingDateline> of(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(text.charAt(0) == '/' ? betweenSlashes(text) : inParentheses(text));
  }

  private static @Nullable LeadingDateline betweenSlashes(String text) {
    int close = text.indexOf('/', 1);
    if (close < 0 || !isName(text, 1, close)) {
      return null;
    }
    int end = skipSpaces(text, close + 1);
    return end == close + 1 ? null : new LeadingDateline(text.substring(1, close).strip(), end);
  }

  private static @Nullable LeadingDateline inParentheses(String text) {
    int open = firstOf(text, "(（", LONGEST_PLACE);
    int close = open < 0 ? -1 : text.indexOf(text.charAt(open) == '(' ? ')' : '）', open);
    if (close < 0 || !isPlace(text.substring(0, open)) || !isName(text, open + 1, close)) {
      return null;
    }
    int dash = skipSpaces(text, close + 1);
    if (dash >= text.length() || "-–—―:：".indexOf(text.charAt(dash)) < 0) {
      return null;
    }
    while (dash < text.length() && "-–—―:：".indexOf(text.charAt(dash)) >= 0) {
      dash++;
    }
    return new LeadingDateline(text.substring(open + 1, close).strip(), skipSpaces(text, dash));
  }

  private static int firstOf(String text, String characters, int limit) {
    for (int i = 0; i < Math.min(text.length(), limit); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Words that begin with a capital, or letters without case; short particles between them. */
  private static boolean isPlace(String place) {
    String[] words = place.strip().split("[\\s,]+", 12);
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (word.isEmpty()
          || ".!?;".indexOf(word.charAt(word.length() - 1)) >= 0 && word.length() > 4) {
        return false;
      }
      boolean particle = i > 0 && word.length() <= MOST_LOWER_CASE_LETTERS_OF_A_PARTICLE;
      if (Character.isLowerCase(word.codePointAt(0)) && !particle) {
        return false;
      }
    }
    return words.length <= 8 && Character.isLetter(place.strip().codePointAt(0));
  }

  private static boolean isName(String text, int start, int end) {
    String name = text.substring(start, Math.min(end, start + LONGEST_NAME + 1)).strip();
    return name.length() >= 2
        && name.length() <= LONGEST_NAME
        && name.indexOf('\n') < 0
        && name.codePoints().anyMatch(Character::isLetter);
  }

  private static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && CleanText.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
