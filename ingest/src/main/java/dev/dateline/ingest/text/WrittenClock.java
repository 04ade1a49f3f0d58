package dev.dateline.ingest.text;

import java.text.DateFormatSymbols;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as somebody wrote it.
 *
 * @param isNextDay whether it is 24:00
 * @param isEnglish whether it is told by am or pm
 */
record WrittenClock(LocalTime time, boolean isNextDay, boolean isEnglish, WrittenZone zone) {

  private static final List<String> TWELVE_HOURS =
      List.of("en", "es", "el", "ar", "fa", "ko", "ja", "zh");

  /** Folded, without points and spaces; whether it is the later half of the day. */
  private static final Map<String, Boolean> HALVES = halves();

  /** Chinese, Japanese and Korean say it first. */
  private static final String HALF_BEFORE =
      "(?:" + half(HALVES.keySet().stream().filter(WrittenClock::isEastAsian)) + " {0,2})?";

  private static final String HALF_BEHIND =
      "[분分]?(?: {0,2}" + half(HALVES.keySet().stream()) + "(?!\\p{L}))?";

  /** Spanish writes them with points. */
  private static final Pattern ENGLISH = Pattern.compile("(?i)[ap]m");

  private static final String REST = "(\\d{2})(?!\\d)";
  private static final String SECONDS = "(?:[:.分](\\d{2})(?!\\d)(?:[.,]\\d{1,12})?)?(?![:.]?\\d)";

  private static final String END = REST + SECONDS + HALF_BEHIND;

  private static final Pattern CLEAR =
      Pattern.compile(
          "(?<![\\d:])" + HALF_BEFORE + "(?<![\\d:])(\\d{1,2})(?: ?: ?|[hH]| ?[時时点點시] ?)" + END);

  /** With a point, as numbers also have it: a word says what it is. */
  private static final Pattern NAMED =
      Pattern.compile("(?<!\\p{L})(?i:klo?\\.?) ?()(\\d{1,2})[.:]" + END);

  /** The same without a word: right behind a date. */
  private static final Pattern POINT =
      Pattern.compile("[ ,;|\\u2013\\u2014-]{0,4}(?:\\p{L}{1,4}\\.? )?()(\\d{1,2})\\." + END);

  /**
   * The clock beside a date.
   *
   * @param before the folded text before the date, and what stands within it
   * @param behind the folded text behind it
   */
  static Optional<WrittenClock> beside(String before, String behind) {
    Matcher point = POINT.matcher(behind);
    if (point.lookingAt()) {
      Optional<WrittenClock> read = read(point, behind);
      if (read.isPresent()) {
        return read;
      }
    }
    return first(NAMED, before)
        .or(() -> first(CLEAR, before))
        .or(() -> first(NAMED, behind))
        .or(() -> first(CLEAR, behind));
  }

  private static Optional<WrittenClock> first(Pattern pattern, String text) {
    Matcher clock = pattern.matcher(text);
    while (clock.find()) {
      Optional<WrittenClock> read = read(clock, text);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  private static Optional<WrittenClock> read(Matcher clock, String text) {
    String word = clock.group(5) == null ? clock.group(1) : clock.group(5);
    String half = word == null ? "" : key(word);
    int hour = hour(Integer.parseInt(clock.group(2)), HALVES.get(half));
    int minute = Integer.parseInt(clock.group(3));
    int second = clock.group(4) == null ? 0 : Math.min(59, Integer.parseInt(clock.group(4)));
    if (minute > 59 || hour > 24 || (hour == 24 && minute + second > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new WrittenClock(
            LocalTime.of(hour % 24, minute, second),
            hour == 24,
            ENGLISH.matcher(word == null ? "" : word).matches(),
            WrittenZone.before(text.substring(clock.end()))));
  }

  private static int hour(int written, @Nullable Boolean isLater) {
    return isLater == null || written > 12 ? written : written % 12 + (isLater ? 12 : 0);
  }

  private static boolean isEastAsian(String word) {
    return word.codePoints().allMatch(c -> Character.isIdeographic(c) || isHangul(c));
  }

  private static boolean isHangul(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }

  private static String half(Stream<String> words) {
    return words
        .map(word -> String.join("\\.? ?", word.split("")))
        .collect(Collectors.joining("|", "(?iu:(", "))\\.?"));
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[. ]", "");
  }

  private static Map<String, Boolean> halves() {
    Map<String, Boolean> halves = new HashMap<>();
    for (String language : TWELVE_HOURS) {
      String[] words =
          DateFormatSymbols.getInstance(Locale.forLanguageTag(language)).getAmPmStrings();
      for (int i = 0; i < 2; i++) {
        halves.put(key(FoldedText.of(words[i])), i == 1);
      }
    }
    return Map.copyOf(halves);
  }
}
