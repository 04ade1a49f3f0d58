package dev.dateline.enrich.stage.dateline;

import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.TextSpan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a dateline at the start of a text. It reads the forms that agencies use: {@code /Source/},
 * {@code PLACE (Source) -}, {@code PLACE, 3 June (Source) --}, {@code (SOURCE) - PLACE, 3 JUNE -},
 * {@code Place. 3 June. SOURCE -}, {@code PLACE, 3 June - Source.}, {@code PLACE -}, {@code PLACE
 * (SOURCE).}, {@code Place, 3 June /Source/.}, {@code PLACE, 3 June, SOURCE.}, and those of {@link
 * EastAsianDateline}. Looks at a bounded head of the text only.
 */
public final class DatelineReader {

  private static final int HEAD = 110;
  private static final Pattern DASH =
      Pattern.compile("\\)\\.\\s?[-–—]\\s?|\\s?(?:--|[–—])\\s?|\\s[-−]\\s|\\)\\s?-\\s");

  /** A source in brackets or slashes that no dash follows, and the full stop behind it. */
  private static final Pattern BRACKETED =
      Pattern.compile("\\s(?:\\(([^()]+)\\)|/([^/]+)/)(\\.?)(?=\\s+[^\\s=:–—-])");

  /** A date and a source up to the end of a sentence. */
  private static final Pattern DATED =
      Pattern.compile("^[^,،]+[,،]\\s[^,،]*\\d[^,،]*[,،]\\s([^,،]+?)[.։۔]\\s");

  private DatelineReader() {}

  /** The dateline that the text opens with, or null. */
  public static @Nullable DatelineLine read(String text) {
    int start = 0;
    while (start < text.length() && start < HEAD && isBlank(text.charAt(start))) {
      start++;
    }
    String head = head(text, start);
    DatelineLine slashed = slashed(text, head, start);
    if (slashed != null) {
      return slashed;
    }
    EastAsianDateline eastAsian = EastAsianDateline.read(head);
    if (eastAsian != null) {
      return line(text, start, start + eastAsian.length(), eastAsian.source(), eastAsian.place());
    }
    DatelineLine bracketed = bracketed(text, head, start);
    if (bracketed != null) {
      return bracketed;
    }
    DatelineLine dashed = dashed(text, head, start);
    return dashed != null ? dashed : dated(text, head, start);
  }

  private static String head(String text, int start) {
    int end = Math.min(text.length(), start + HEAD);
    int line = text.indexOf('\n', start);
    return text.substring(start, line >= 0 && line < end ? line : end);
  }

  /** {@code /Source/ ...} */
  private static @Nullable DatelineLine slashed(String text, String head, int start) {
    if (head.length() < 3 || head.charAt(0) != '/') {
      return null;
    }
    int close = head.indexOf('/', 1);
    if (close < 3 || close > 60 || !Character.isLetter(head.charAt(1))) {
      return null;
    }
    return line(text, start, start + close + 1, head.substring(1, close).strip(), null);
  }

  /**
   * {@code PLACE (SOURCE). ...}, {@code Place, 3 June /Source/. ...}, {@code Place, 3 June (Source)
   * ...}. Without a date a place in capitals and a full stop are needed: a name and a word in
   * brackets open other sentences too.
   */
  private static @Nullable DatelineLine bracketed(String text, String head, int start) {
    Matcher bracket = BRACKETED.matcher(head);
    if (!bracket.find()) {
      return null;
    }
    String source = bracket.group(1) == null ? bracket.group(2) : bracket.group(1);
    DatelinePrefix prefix = DatelinePrefix.parse(head.substring(0, bracket.start()));
    boolean stops = !bracket.group(3).isEmpty();
    if (prefix == null
        || prefix.source() != null
        || !(prefix.dated() || stops && prefix.isCapitals())
        || !Character.isLetter(source.codePointAt(0))) {
      return null;
    }
    return line(text, start, start + bracket.end(), source.strip(), prefix.place());
  }

  /** {@code PLACE, 3 June, Source. ...}: one of place and source stands in capitals. */
  private static @Nullable DatelineLine dated(String text, String head, int start) {
    Matcher dated = DATED.matcher(head);
    if (!dated.find()) {
      return null;
    }
    DatelinePrefix prefix = DatelinePrefix.parse(head.substring(0, dated.end(1)));
    if (prefix == null
        || prefix.source() == null
        || !prefix.isCapitals() && !DatelinePrefix.isCapitals(prefix.source())) {
      return null;
    }
    return line(text, start, start + dated.end(), prefix.source(), prefix.place());
  }

  private static @Nullable DatelineLine dashed(String text, String head, int start) {
    Matcher dash = DASH.matcher(head);
    if (!dash.find() || dash.start() == 0) {
      return null;
    }
    int bodyEnd = head.charAt(dash.start()) == ')' ? dash.start() + 1 : dash.start();
    DatelinePrefix prefix = DatelinePrefix.parse(head.substring(0, bodyEnd));
    if (prefix == null) {
      return null;
    }
    int end = dash.end();
    if (prefix.place() == null && prefix.source() != null) {
      // (SOURCE) - PLACE, 3 JUNE - ...
      if (!dash.find(end)) {
        return null;
      }
      DatelinePrefix place = DatelinePrefix.parse(head.substring(end, dash.start()));
      if (place == null || place.source() != null || place.place() == null) {
        return null;
      }
      return line(text, start, start + dash.end(), prefix.source(), place.place());
    }
    if (prefix.source() == null && prefix.dated()) {
      // PLACE, 3 June - Source. ...
      int stop = head.indexOf(". ", end);
      if (stop > end && stop - end <= 30 && Character.isUpperCase(head.codePointAt(end))) {
        return line(text, start, start + stop + 1, head.substring(end, stop), prefix.place());
      }
    }
    return line(text, start, start + end, prefix.source(), prefix.place());
  }

  private static DatelineLine line(
      String text, int start, int end, @Nullable String source, @Nullable String place) {
    int last = end;
    while (last > start && isBlank(text.charAt(last - 1))) {
      last--;
    }
    return new DatelineLine(source, place, TextSpan.of(text, start, last));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
  }
}
