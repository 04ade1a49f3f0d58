package dev.dateline.ingest.text;

import dev.dateline.ingest.text.Misreading.Sequence;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Repairs UTF-8 that was read as another charset ("cafÃ©"), word by word, where that is certain:
 * what is written cannot be meant (a control character, a sign inside a word, a capital after a
 * small letter), and what the bytes spell fits its neighbours in script and case. Where three words
 * of a text are certain, the words that merely can be repaired are repaired too. The idea is ftfy's
 * (R. Speer, 2019, doi:10.5281/zenodo.2591652); the rules are stricter, since a right text that is
 * changed is worse than a wrong one that stays.
 *
 * <p>Measured on the 60 cases of ftfy's tests: of 45 damaged ones 25 come out as ftfy means them,
 * 13 stay untouched (7 of them ftfy leaves, too), 7 are repaired in part; the 15 right ones stay.
 */
public final class Mojibake {

  private static final int ENOUGH_WORDS = 3;

  /** An à whose second byte, a no-break space, became a space or was taken for the next one. */
  private static final Pattern SPACED_A_GRAVE = Pattern.compile("(?<=\\p{Ll})Ã {1,2}(?=\\p{Ll})");

  /** Signs that stand after a letter, and before the next one where a space was forgotten. */
  private static final String PUNCTUATION = "‘’“”–—…‹›«»·\u00A0\u00AD";

  /** Signs that stand after a letter or a name. */
  private static final String MARKS = "™©®°ºª²³¹†‡‰•";

  /** Signs that the UTF-8 of a Latin-1 sign has after the Â, and that no Â has after it. */
  private static final String AFTER_A = "¡¢£¤¥¦§©®°´¶¼½¾¿«";

  private Mojibake() {}

  /** The text; itself where nothing is certain to be wrong. */
  public static String repair(String text) {
    return text.indexOf('Ã') < 0
        ? repairWords(text)
        : repairWords(SPACED_A_GRAVE.matcher(text).replaceAll("à "));
  }

  private static String repairWords(String text) {
    Map<Misreading, Integer> certain = new EnumMap<>(Misreading.class);
    replaceWords(
        text,
        word -> {
          Misreading misreading = certain(word);
          if (misreading != null) {
            certain.merge(misreading, 1, Integer::sum);
          }
          return word;
        });
    return certain.isEmpty() ? text : replaceWords(text, word -> repaired(word, certain));
  }

  /** Replaces what stands between white space and has two characters beyond ASCII in a row. */
  private static String replaceWords(String text, UnaryOperator<String> replacement) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    boolean pair = false;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) <= ' ') {
        String word = text.substring(start, i);
        out.append(pair ? replacement.apply(word) : word);
        out.append(text, i, Math.min(i + 1, text.length()));
        start = i + 1;
        pair = false;
      } else {
        pair |= i > start && text.charAt(i) > 0x7F && text.charAt(i - 1) > 0x7F;
      }
    }
    return out.toString();
  }

  private static String repaired(String word, Map<Misreading, Integer> certain) {
    Misreading sure = certain(word);
    if (sure != null) {
      return repaired(decoded(word, sure.sequences(word)), Map.of());
    }
    for (Map.Entry<Misreading, Integer> entry : certain.entrySet()) {
      List<Sequence> sequences = entry.getKey().sequences(word);
      if (entry.getValue() >= ENOUGH_WORDS && fits(word, sequences, entry.getKey())) {
        return decoded(word, sequences);
      }
    }
    return word;
  }

  /**
   * The charset that the word was certainly misread as: the one that explains most of it, if what
   * the bytes spell is right, or was certainly misread itself.
   */
  private static @Nullable Misreading certain(String word) {
    Misreading best = null;
    List<Sequence> sequences = List.of();
    for (Misreading misreading : Misreading.values()) {
      List<Sequence> found = misreading.sequences(word);
      if (length(found) > length(sequences)) {
        best = misreading;
        sequences = found;
      }
    }
    return best != null
            && isCertain(word, sequences, best)
            && (fits(word, sequences, best) || certain(decoded(word, sequences)) != null)
        ? best
        : null;
  }

  private static int length(List<Sequence> sequences) {
    return sequences.stream().mapToInt(each -> each.end() - each.start()).sum();
  }

  private static boolean isCertain(String word, List<Sequence> sequences, Misreading misreading) {
    boolean western =
        misreading == Misreading.WINDOWS_1252 || misreading == Misreading.WINDOWS_1250;
    return longestRun(sequences) >= (misreading == Misreading.WINDOWS_1251 ? 4 : 3)
        || sequences.stream()
            .anyMatch(
                sequence ->
                    western
                        ? cannotBeMeant(word, sequence, misreading)
                        : isGeneralPunctuation(sequence.codePoint()));
  }

  /** How many sequences of one script, not Latin, follow each other at most. */
  private static int longestRun(List<Sequence> sequences) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < sequences.size(); i++) {
      UnicodeScript script = UnicodeScript.of(sequences.get(i).codePoint());
      boolean own =
          Character.isLetter(sequences.get(i).codePoint()) && script != UnicodeScript.LATIN;
      boolean goesOn =
          i > 0
              && sequences.get(i - 1).end() == sequences.get(i).start()
              && UnicodeScript.of(sequences.get(i - 1).codePoint()) == script;
      run = !own ? 0 : goesOn ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean cannotBeMeant(String word, Sequence sequence, Misreading misreading) {
    int start = sequence.start();
    int end = sequence.end();
    char before = start == 0 ? ' ' : word.charAt(start - 1);
    char after = end == word.length() ? ' ' : word.charAt(end);
    char lead = word.charAt(start);
    String rest = word.substring(start + 1, end);
    boolean inside = Character.isLetter(lead) && Character.isLetter(after);
    if (sequence.codePoint() == Misreading.LOST) {
      return false;
    }
    if (rest.chars().anyMatch(Character::isISOControl)) {
      return rest.length() > 1
          || Character.isLetter(after)
          || Character.isLowerCase(before) && Character.isUpperCase(lead);
    }
    if (rest.length() > 1) {
      boolean odd = rest.chars().anyMatch(c -> isOdd(c) && MARKS.indexOf(c) < 0);
      return odd || inside && rest.chars().anyMatch(Mojibake::isOdd);
    }
    char sign = rest.charAt(0);
    if (lead == 'Â') {
      return Character.isLowerCase(before)
          || !Character.isLetter(before) && AFTER_A.indexOf(sign) >= 0;
    }
    if (Character.isLowerCase(before) && Character.isUpperCase(lead)) {
      return misreading == Misreading.WINDOWS_1252 || !isPlainLetter(sign);
    }
    return inside && isOdd(sign);
  }

  private static boolean isOdd(int c) {
    return !isPlainLetter(c) && PUNCTUATION.indexOf(c) < 0;
  }

  private static boolean isPlainLetter(int c) {
    return Character.isLetter(c) && "ªºµƒˆ".indexOf(c) < 0;
  }

  /** Whether all that the bytes spell can stand where it would stand. */
  private static boolean fits(String word, List<Sequence> sequences, Misreading misreading) {
    if (sequences.stream().allMatch(sequence -> sequence.codePoint() == Misreading.LOST)) {
      return false;
    }
    String decoded = decoded(word, sequences);
    int shift = 0;
    for (Sequence sequence : sequences) {
      int at = sequence.start() + shift;
      if (!isCommon(sequence.codePoint(), misreading) || !fitsNeighbours(decoded, at)) {
        return false;
      }
      shift += Character.charCount(sequence.codePoint()) - (sequence.end() - sequence.start());
    }
    return true;
  }

  private static boolean isCommon(int c, Misreading misreading) {
    if (misreading == Misreading.WINDOWS_1251) {
      return c >= 0x401 && c <= 0x491 || isGeneralPunctuation(c);
    }
    if (Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN) {
      boolean ligature = c == 'Ĳ' || c == 'ĳ' || c == 'ŉ' || c == 'ſ';
      return c < 0x180 && !ligature || c >= 0x218 && c <= 0x21B || c >= 0x1E00 && c < 0x1F00;
    }
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.PRIVATE_USE && !isCombiningForLatin(c);
  }

  private static boolean isCombiningForLatin(int c) {
    return c >= 0x250 && c < 0x370;
  }

  private static boolean isGeneralPunctuation(int c) {
    return c >= 0x2010 && c <= 0x203A;
  }

  private static boolean fitsNeighbours(String text, int at) {
    int c = text.codePointAt(at);
    int before = at == 0 ? ' ' : text.codePointBefore(at);
    int next = at + Character.charCount(c);
    int after = next >= text.length() ? ' ' : text.codePointAt(next);
    int second = at < 2 ? ' ' : text.charAt(at - 2);
    if (!sameScript(before, c) || !sameScript(c, after)) {
      return false;
    }
    if (Character.isLowerCase(c)) {
      return !(Character.isUpperCase(before)
          && (Character.isUpperCase(second) || Character.isUpperCase(after)));
    }
    return !Character.isUpperCase(c)
        || !Character.isLowerCase(before)
            && !(Character.isUpperCase(before) && Character.isLowerCase(after));
  }

  private static boolean sameScript(int a, int b) {
    if (!isWordPart(a) || !isWordPart(b)) {
      return true;
    }
    UnicodeScript one = UnicodeScript.of(a);
    UnicodeScript other = UnicodeScript.of(b);
    return one == other
        || one == UnicodeScript.COMMON
        || other == UnicodeScript.COMMON
        || other == UnicodeScript.INHERITED
        || isJapanese(one) && isJapanese(other);
  }

  private static boolean isWordPart(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isJapanese(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }

  private static String decoded(String word, List<Sequence> sequences) {
    StringBuilder out = new StringBuilder(word.length());
    int from = 0;
    for (Sequence sequence : sequences) {
      out.append(word, from, sequence.start()).appendCodePoint(sequence.codePoint());
      from = sequence.end();
    }
    return out.append(word, from, word.length()).toString();
  }
}
