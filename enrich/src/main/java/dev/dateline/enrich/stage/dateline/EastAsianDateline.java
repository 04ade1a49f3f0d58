package dev.dateline.enrich.stage.dateline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datelines of Chinese, Korean and Japanese agencies: {@code 某社北京3月4日电}, {@code (某社記者某某台北4日電)},
 * {@code (서울=어느뉴스)}, {@code 【ソウル共同】}.
 *
 * @param place null where the name of a reporter runs into it, or none is given
 * @param length how far it reaches, in UTF-16 code units
 */
record EastAsianDateline(String source, @Nullable String place, int length) {

  private static final Pattern CHINESE =
      Pattern.compile(
          "^[（(【]?(\\p{IsHan}{1,6}?[社网網报報])(?:(?:记者|記者)\\p{IsHan}{2,12}?|(\\p{IsHan}{2,8}?))?"
              + "(?:\\d{1,2}月)?\\d{1,2}日[电電讯訊][）)】]?");

  private static final Pattern EQUATED =
      Pattern.compile(
          "^[（(【\\[]([\\p{IsHangul}\\p{IsHan}\\p{IsKatakana}ー· ]{1,15})[=＝]([^()=（）】]{2,15})[）)】\\]]");

  /** The two agencies that every Japanese paper prints, whose names follow the place directly. */
  private static final Pattern JAPANESE =
      Pattern.compile("^【([\\p{IsHan}\\p{IsKatakana}ー・]{1,12}?)(共同|時事)】");

  /** The dateline that a text opens with, or null. */
  static @Nullable EastAsianDateline read(String head) {
    Matcher chinese = CHINESE.matcher(head);
    if (chinese.find()) {
      return new EastAsianDateline(chinese.group(1), chinese.group(2), chinese.end());
    }
    for (Pattern pattern : new Pattern[] {EQUATED, JAPANESE}) {
      Matcher matcher = pattern.matcher(head);
      if (matcher.find()) {
        return new EastAsianDateline(
            matcher.group(2).strip(), matcher.group(1).strip(), matcher.end());
      }
    }
    return null;
  }
}
