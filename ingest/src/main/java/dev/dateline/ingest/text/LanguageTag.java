package dev.dateline.ingest.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings declared languages to BCP 47. */
public final class LanguageTag {

  private static final int LONGEST = 35;

  private LanguageTag() {}

  /** The tag in its canonical writing; empty where it is none, or says "undetermined". */
  public static Optional<String> of(@Nullable String declared) {
    if (declared == null || declared.isBlank() || declared.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String tag =
          new Locale.Builder()
              .setLanguageTag(declared.strip().replace('_', '-'))
              .build()
              .toLanguageTag();
      return tag.equals("und") ? Optional.empty() : Optional.of(modern(tag));
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** Java 17 and newer may be told to write the codes of before 1989. */
  private static String modern(String tag) {
    if (tag.equals("iw") || tag.startsWith("iw-")) {
      return "he" + tag.substring(2);
    }
    if (tag.equals("in") || tag.startsWith("in-")) {
      return "id" + tag.substring(2);
    }
    return tag.equals("ji") || tag.startsWith("ji-") ? "yi" + tag.substring(2) : tag;
  }
}
