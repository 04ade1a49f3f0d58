package dev.dateline.enrich.stage.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;

/** One pass over a text that marks its words, numbers and symbols. */
final class WordScanner {

  /** A longer run without a space is cut, so that the dictionary's look-ahead stays bounded. */
  private static final int LONGEST_DICTIONARY_RUN = 1_000;

  private static final BreakIterator DICTIONARY_WORDS =
      BreakIterator.getWordInstance(ULocale.forLanguageTag("th"));

  private final String text;
  int[] starts;
  int[] ends;
  byte[] kinds;
  int count;

  WordScanner(String text) {
    this.text = text;
    int expected = text.length() / 5 + 2;
    starts = new int[expected];
    ends = new int[expected];
    kinds = new byte[expected];
  }

  WordScanner scan() {
    int position = 0;
    int length = text.length();
    while (position < length) {
      int c = text.codePointAt(position);
      switch (CharacterKind.of(c)) {
        case CharacterKind.SPACE -> position++;
        case CharacterKind.LETTER, CharacterKind.DIGIT -> position = word(position);
        case CharacterKind.KATAKANA -> position = katakana(position);
        case CharacterKind.DICTIONARY -> position = dictionary(position);
        case CharacterKind.SINGLE -> {
          int end = position + Character.charCount(c);
          add(position, end, Tokens.WORD);
          position = end;
        }
        case CharacterKind.MARK -> position += Character.charCount(c);
        default -> {
          int end = position + Character.charCount(c);
          add(position, end, Tokens.SYMBOL);
          position = end;
        }
      }
    }
    return this;
  }

  /** A run of letters and digits from {@code start}; returns where it ends. */
  private int word(int start) {
    int position = start;
    int end = start;
    boolean letters = false;
    while (position < text.length()) {
      int c = text.codePointAt(position);
      byte kind = CharacterKind.of(c);
      if (kind == CharacterKind.LETTER || kind == CharacterKind.DIGIT) {
        letters |= kind == CharacterKind.LETTER;
        position += Character.charCount(c);
        end = position;
      } else if (kind == CharacterKind.MARK) {
        position += Character.charCount(c);
        // A combining mark belongs to its letter; a format character only joins two letters.
        if (Character.getType(c) != Character.FORMAT) {
          end = position;
        } else if (c == 0x200B) {
          break;
        }
      } else if (joins(kind, c, position)) {
        position++;
      } else {
        break;
      }
    }
    if (end - start == 1 && letters) {
      end = acronym(start, end);
    }
    add(start, end, letters ? Tokens.WORD : Tokens.NUMBER);
    return Math.max(end, position);
  }

  /**
   * Between Cyrillic letters an apostrophe is a letter, between Hebrew ones it marks an
   * abbreviation; between Latin ones it parts an article or an ending from the word.
   */
  private boolean joins(byte kind, int c, int position) {
    if (kind != CharacterKind.APOSTROPHE || position + 1 >= text.length() || position == 0) {
      return false;
    }
    char before = text.charAt(position - 1);
    char after = text.charAt(position + 1);
    if (isHebrew(before) && isHebrew(after)) {
      return true;
    }
    return c != '"' && isCyrillic(before) && isCyrillic(after);
  }

  /** {@code U.S.} and {@code С.А.Щ.} are one word, {@code В.Иванов} is not. */
  private int acronym(int start, int end) {
    int position = end;
    int last = end;
    while (position + 1 < text.length()
        && text.charAt(position) == '.'
        && CharacterKind.of(text.charAt(position + 1)) == CharacterKind.LETTER
        && Character.isUpperCase(text.charAt(position + 1))
        && (position + 2 >= text.length()
            || CharacterKind.of(text.charAt(position + 2)) != CharacterKind.LETTER)) {
      position += 2;
      last = position;
    }
    boolean dotted = last > end && last < text.length() && text.charAt(last) == '.';
    return dotted ? last + 1 : last;
  }

  private int katakana(int start) {
    int position = start;
    while (position < text.length()
        && CharacterKind.of(text.charAt(position)) == CharacterKind.KATAKANA) {
      position++;
    }
    add(start, Math.max(position, start + 1), Tokens.WORD);
    return Math.max(position, start + 1);
  }

  private int dictionary(int start) {
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_DICTIONARY_RUN);
    while (end < limit && CharacterKind.of(text.charAt(end)) == CharacterKind.DICTIONARY) {
      end++;
    }
    BreakIterator words = DICTIONARY_WORDS.clone();
    words.setText(text.substring(start, end));
    int from = words.first();
    for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
      add(start + from, start + to, Tokens.WORD);
      from = to;
    }
    return end;
  }

  private void add(int start, int end, byte kind) {
    if (count == starts.length) {
      int larger = count + (count >> 1) + 16;
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      kinds = Arrays.copyOf(kinds, larger);
    }
    starts[count] = start;
    ends[count] = end;
    kinds[count] = kind;
    count++;
  }

  private static boolean isHebrew(char c) {
    return c >= 0x05D0 && c <= 0x05EA;
  }

  private static boolean isCyrillic(char c) {
    return c >= 0x0400 && c <= 0x052F;
  }
}
