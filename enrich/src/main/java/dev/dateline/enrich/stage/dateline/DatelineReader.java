package dev.dateline.enrich.stage.dateline;

import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.text.LetterCase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a dateline at the start of a text. It reads the forms that agencies use: {@code /Source/},
 * {@code PLACE (Source) -}, {@code PLACE, 3 June (Source) --}, {@code (SOURCE) - PLACE, 3 JUNE -},
 * {@code Place. 3 June. SOURCE -}, {@code PLACE, 3 June - Source.}, {@code PLACE -}, and the
 * Chinese {@code 某社北京3月4日电}. Looks at a bounded head of the text only.
 */
public final class DatelineReader {

  private static final int HEAD = 110;
  private static final int MOST_WORDS = 9;
  private static final Pattern DASH = Pattern.compile("\\s?(?:--|[–—])\\s?|\\s[-−]\\s|\\)\\s?-\\s");
  private static final Pattern CHINESE =
      Pattern.compile("^[（(【]?(\\p{IsHan}{1,6}?[社网網报報])(\\p{IsHan}{2,8}?)\\d{1,2}月\\d{1,2}日[电電讯訊]");
  private static final Pattern SEGMENTS = Pattern.compile("[,،]\\s*|\\.\\s+");

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
    Matcher chinese = CHINESE.matcher(head);
    if (chinese.find()) {
      return line(text, start, start + chinese.end(), chinese.group(1), chinese.group(2));
    }
    return dashed(text, head, start);
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

  private static @Nullable DatelineLine dashed(String text, String head, int start) {
    Matcher dash = DASH.matcher(head);
    if (!dash.find() || dash.start() == 0) {
      return null;
    }
    int bodyEnd = head.charAt(dash.start()) == ')' ? dash.start() + 1 : dash.start();
    Prefix prefix = Prefix.parse(head.substring(0, bodyEnd));
    if (prefix == null) {
      return null;
    }
    int end = dash.end();
    if (prefix.place == null && prefix.source != null) {
      // (SOURCE) - PLACE, 3 JUNE - ...
      if (!dash.find(end)) {
        return null;
      }
      Prefix place = Prefix.parse(head.substring(end, dash.start()));
      if (place == null || place.source != null || place.place == null) {
        return null;
      }
      return line(text, start, start + dash.end(), prefix.source, place.place);
    }
    if (prefix.source == null && prefix.dated) {
      // PLACE, 3 June - Source. ...
      int stop = head.indexOf(". ", end);
      if (stop > end && stop - end <= 30 && Character.isUpperCase(head.codePointAt(end))) {
        return line(text, start, start + stop + 1, head.substring(end, stop), prefix.place);
      }
    }
    return line(text, start, start + end, prefix.source, prefix.place);
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

  /** What stands before the dash, where it can be a dateline. */
  private record Prefix(@Nullable String source, @Nullable String place, boolean dated) {

    static @Nullable Prefix parse(String prefix) {
      if (prefix.split("\\s+").length > MOST_WORDS) {
        return null;
      }
      String source = null;
      String rest = prefix;
      int open = prefix.indexOf('(');
      if (open >= 0) {
        int close = prefix.indexOf(')', open);
        if (close < 0 || close - open < 3 || !prefix.substring(close + 1).isBlank()) {
          return null;
        }
        source = prefix.substring(open + 1, close).strip();
        rest = prefix.substring(0, open).strip();
        if (rest.isEmpty()) {
          return new Prefix(source, null, false);
        }
      }
      List<String> names = new ArrayList<>();
      boolean dated = false;
      for (String segment : SEGMENTS.split(rest)) {
        if (segment.chars().anyMatch(Character::isDigit)) {
          dated = true;
        } else if (!segment.isBlank()) {
          names.add(segment.strip());
        }
      }
      if (names.isEmpty() || !names.stream().allMatch(Prefix::isName)) {
        return null;
      }
      if (source == null && dated && names.size() > 1) {
        source = names.get(names.size() - 1);
      }
      boolean sure = source != null || dated || isUpperCase(names.get(0));
      return sure ? new Prefix(source, names.get(0), dated) : null;
    }

    /** A name starts with a letter that is no lower-case letter, and is short. */
    private static boolean isName(String segment) {
      int first = segment.codePointAt(0);
      return Character.isLetter(first)
          && !LetterCase.isSmall(first)
          && segment.split("\\s+").length <= 4;
    }

    private static boolean isUpperCase(String name) {
      return name.codePoints().noneMatch(LetterCase::isSmall)
          && name.codePoints().filter(Character::isUpperCase).count() >= 3;
    }
  }
}
