package dev.dateline.sink.postgres;

import java.util.Locale;

/** Names as they are typed into a filter. */
final class Slugs {

  private Slugs() {}

  /** Letters and digits in lower case, everything between them one dash. */
  static String of(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        slug.append(c);
      } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    int end = slug.length();
    return !slug.isEmpty() && slug.charAt(end - 1) == '-'
        ? slug.substring(0, end - 1)
        : slug.toString();
  }
}
