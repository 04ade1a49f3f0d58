package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a headline where the publisher gives none of its own. */
final class Headline {

  private static final int LONGEST = 120;
  private static final int LONGEST_FIRST_LINE = 200;
  private static final int WINDOW = 2_000;
  private static final Pattern SENTENCE_END = Pattern.compile("[.:;,…。]$");
  private static final Pattern LINE_OF_A_DAY =
      Pattern.compile("\\d{1,4}[-./]\\s?\\d{1,2}[-./]\\s?\\d{1,4}(?!\\d)[^\\n]{0,40}\\n\\n");

  private Headline() {}

  /** A text and the headline that was found for it. */
  record Split(String title, String text) {}

  /**
   * The first line where it is short and an empty line follows; the rest is the text. Otherwise the
   * first sentence, and the text stays whole.
   *
   * @param text prose as {@link CleanText#prose} gives it
   */
  static Split split(String text) {
    int lineEnd = text.indexOf('\n');
    boolean alone = lineEnd > 0 && text.startsWith("\n\n", lineEnd);
    if (alone && lineEnd <= LONGEST_FIRST_LINE) {
      String line = text.substring(0, lineEnd);
      String rest = text.substring(lineEnd + 2);
      if (LeadingDateline.of(line).isEmpty() && isHeadline(line, rest)) {
        return new Split(CleanText.line(line), rest);
      }
    }
    return new Split(firstSentence(text), text);
  }

  /**
   * The first line of a text, or the second below the line of a day, where it stands alone, ends no
   * sentence and is shorter than what follows: a headline that is marked as nothing.
   */
  static Optional<String> unmarked(String text) {
    Matcher day = LINE_OF_A_DAY.matcher(text);
    String named = day.lookingAt() ? text.substring(day.end()) : text;
    int end = named.indexOf("\n\n");
    if (end < 0 || end > LONGEST) {
      return Optional.empty();
    }
    String line = CleanText.line(named.substring(0, end));
    return !SENTENCE_END.matcher(line).find() && isHeadline(line, named.substring(end + 2))
        ? Optional.of(line)
        : Optional.empty();
  }

  /** A headline is one sentence at most, and shorter than what it stands over. */
  private static boolean isHeadline(String line, String rest) {
    return rest.length() > line.length() && sentenceEnd(line) == line.length();
  }

  /** The first sentence after a leading dateline, cut between words where it is long. */
  static String firstSentence(String text) {
    int start = LeadingDateline.of(text).map(LeadingDateline::end).orElse(0);
    String opening = text.substring(start, Math.min(text.length(), start + WINDOW)).strip();
    int paragraphEnd = opening.indexOf("\n\n");
    String first = paragraphEnd < 0 ? opening : opening.substring(0, paragraphEnd);
    return shorten(CleanText.line(first.substring(0, sentenceEnd(first))));
  }

  private static int sentenceEnd(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.next();
    return end == BreakIterator.DONE ? text.length() : end;
  }

  private static String shorten(String sentence) {
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    int space = sentence.lastIndexOf(' ', LONGEST);
    String cut =
        space > LONGEST / 2 ? sentence.substring(0, space) : CleanText.cut(sentence, LONGEST);
    return cut + "…";
  }
}
