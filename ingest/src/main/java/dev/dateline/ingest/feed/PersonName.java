package dev.dateline.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The author of RSS: an e-mail address, a name, or both in one of the orders that occur. */
final class PersonName {

  private static final String ADDRESS = "[^\\s@()<>]{1,200}@[^\\s@()<>]{1,200}";
  private static final Pattern ADDRESS_NAME = Pattern.compile(ADDRESS + "\\s+\\(([^)]+)\\)");
  private static final Pattern NAME_ADDRESS =
      Pattern.compile("([^(<]+?)\\s*[(<]\\s*" + ADDRESS + "\\s*[)>]");

  private PersonName() {}

  /** The name; the address where it is all there is. */
  static String of(String author) {
    Matcher addressFirst = ADDRESS_NAME.matcher(author);
    if (addressFirst.matches()) {
      return addressFirst.group(1).strip();
    }
    Matcher nameFirst = NAME_ADDRESS.matcher(author);
    return nameFirst.matches() ? nameFirst.group(1).strip() : author;
  }
}
