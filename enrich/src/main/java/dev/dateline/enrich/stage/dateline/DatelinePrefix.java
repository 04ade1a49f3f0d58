package dev.dateline.enrich.stage.dateline;

import dev.dateline.enrich.stage.text.LetterCase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the dash of a dateline: place, date, source.
 *
 * @param dated whether a date stands there
 */
record DatelinePrefix(@Nullable String source, @Nullable String place, boolean dated) {

  private static final int MOST_WORDS = 9;

  /** A comma; a full stop, but for that of an ordinal number. */
  private static final Pattern SEGMENTS = Pattern.compile("[,،]\\s*|(?<!\\d)\\.(?:\\s+|$)");

  /** A place and the day and the month right behind it, as in {@code Bratislava 4. júna}. */
  private static final Pattern PLACE_AND_DATE =
      Pattern.compile("^(\\D+?)\\s+\\d{1,2}\\.?\\s\\p{L}{2}[\\p{L}\\p{M}]*\\.?(?:\\s\\d{4})?$");

  /** The prefix, where it can be that of a dateline; else null. */
  static @Nullable DatelinePrefix parse(String prefix) {
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
        return new DatelinePrefix(source, null, false);
      }
    }
    return parse(rest, source);
  }

  private static @Nullable DatelinePrefix parse(String rest, @Nullable String bracketed) {
    List<String> names = new ArrayList<>();
    int namesBeforeDate = -1;
    for (String segment : SEGMENTS.split(rest)) {
      boolean dated = segment.chars().anyMatch(Character::isDigit);
      String name = dated ? beforeDate(segment) : segment.strip();
      if (!name.isEmpty() && (!dated || names.isEmpty())) {
        names.add(name);
      }
      if (dated) {
        namesBeforeDate = names.size();
      }
    }
    if (names.isEmpty() || !names.stream().allMatch(DatelinePrefix::isName)) {
      return null;
    }
    boolean dated = namesBeforeDate >= 0;
    boolean named = bracketed == null && dated && names.size() > Math.max(namesBeforeDate, 1);
    String source = named ? names.get(names.size() - 1) : bracketed;
    boolean sure = source != null || dated || isCapitals(names.get(0));
    return sure ? new DatelinePrefix(source, names.get(0), dated) : null;
  }

  private static String beforeDate(String segment) {
    Matcher place = PLACE_AND_DATE.matcher(segment);
    return place.matches() ? place.group(1) : "";
  }

  /** Whether the place stands in capitals. */
  boolean isCapitals() {
    return place != null && isCapitals(place);
  }

  /** Whether a name is in capitals, three at least. */
  static boolean isCapitals(String name) {
    return name.codePoints().noneMatch(LetterCase::isSmall)
        && name.codePoints().filter(Character::isUpperCase).count() >= 3;
  }

  /** A name starts with a letter that is no lower-case letter, and is short. */
  private static boolean isName(String segment) {
    int first = segment.codePointAt(0);
    return Character.isLetter(first)
        && !LetterCase.isSmall(first)
        && segment.split("\\s+").length <= 4;
  }
}
