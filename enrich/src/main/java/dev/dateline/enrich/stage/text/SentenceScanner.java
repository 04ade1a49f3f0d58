package dev.dateline.enrich.stage.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Sentences as ICU cuts them (Unicode Standard Annex 29), less the cuts after initials and titles.
 */
final class SentenceScanner {

  private static final BreakIterator SENTENCES = BreakIterator.getSentenceInstance(ULocale.ROOT);

  /** Words before a full stop that introduce a name. */
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms dr prof st gen col sgt lt capt rep sen gov maj hon rev sr sra dra fr nr"
                  + " inż dipl ing mgr mudr judr phdr doc bc ul św gw im płk mjr kpt ks por tzw sv tzv"
                  + " tzn gosp akad проф акад св им ген полк пл бул ул просп тов др гр инж адв арх доц"
                  + " отец вул г-н г-жа пр")
              .split(" "));

  private SentenceScanner() {}

  /** For each sentence the index of its first token; ends with the number of tokens. */
  static int[] scan(String text, int[] starts, int[] ends, int count) {
    BreakIterator sentences = SENTENCES.clone();
    sentences.setText(text);
    int[] firsts = new int[16];
    int size = 0;
    int token = 0;
    int from = sentences.first();
    boolean open = false;
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      int first = token;
      while (token < count && starts[token] < to) {
        token++;
      }
      if (token > first) {
        if (!open) {
          if (size + 1 >= firsts.length) {
            firsts = Arrays.copyOf(firsts, firsts.length * 2);
          }
          firsts[size++] = first;
        }
        open = continues(text, starts, ends, token, from, to);
      }
      from = to;
    }
    firsts = Arrays.copyOf(firsts, size + 1);
    firsts[size] = count;
    return firsts;
  }

  /** Whether the sentence that ends before {@code token} goes on behind its full stop. */
  private static boolean continues(
      String text, int[] starts, int[] ends, int token, int from, int to) {
    if (token < 2 || starts[token - 1] < from || hasLineBreak(text, ends[token - 1], to)) {
      return false;
    }
    if (text.charAt(ends[token - 1] - 1) != '.') {
      return false;
    }
    boolean dotInWord = ends[token - 1] - starts[token - 1] > 1;
    int word = dotInWord ? token - 1 : token - 2;
    int length = ends[word] - starts[word];
    if (dotInWord || length == 1) {
      return Character.isUpperCase(text.charAt(starts[word]));
    }
    return length <= 6
        && ends[word] == starts[token - 1]
        && TITLES.contains(text.substring(starts[word], ends[word]).toLowerCase(Locale.ROOT));
  }

  private static boolean hasLineBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2029') {
        return true;
      }
    }
    return false;
  }
}
