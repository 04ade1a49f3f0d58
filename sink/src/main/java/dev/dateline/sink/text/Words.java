package dev.dateline.sink.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into words by the word boundaries of Unicode (UAX #29), with ICU's dictionaries for
 * scripts without spaces such as Thai. Han and Kana are cut into characters: how a dictionary cuts
 * a name depends on what stands beside it, and a search must find it everywhere.
 */
final class Words {

  /** Longer words are no words; PostgreSQL takes lexemes up to 2046 bytes. */
  private static final int LONGEST = 128;

  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private Words() {}

  /**
   * The words of a text in order.
   *
   * @param most stops after this many
   */
  static List<Word> of(String text, int most) {
    List<Word> words = new ArrayList<>();
    BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
    boundaries.setText(text);
    int start = boundaries.first();
    for (int end = boundaries.next();
        end != BreakIterator.DONE && words.size() < most;
        start = end, end = boundaries.next()) {
      int status = boundaries.getRuleStatus();
      if (status < BreakIterator.WORD_NONE_LIMIT) {
        continue;
      }
      if (status < BreakIterator.WORD_KANA) {
        add(words, text, start, end);
        continue;
      }
      for (int at = start; at < end && words.size() < most; ) {
        int next = at + Character.charCount(text.codePointAt(at));
        add(words, text, at, next);
        at = next;
      }
    }
    return words;
  }

  private static void add(List<Word> words, String text, int start, int end) {
    if (end - start > LONGEST) {
      return;
    }
    String form = FOLD.normalize(text.substring(start, end)).strip();
    if (!form.isEmpty() && form.length() <= 2 * LONGEST && form.indexOf('\0') < 0) {
      words.add(new Word(form, start, end));
    }
  }
}
