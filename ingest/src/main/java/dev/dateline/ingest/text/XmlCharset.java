package dev.dateline.ingest.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the charset that an XML document declares for itself. */
public final class XmlCharset {

  private static final Pattern DECLARED =
      Pattern.compile(
          "^\\s*<\\?xml[^>]{0,200}?encoding\\s{0,5}=\\s{0,5}[\"']([\\w.:-]{1,40})[\"']");

  private static final int OPENING = 1024;

  private XmlCharset() {}

  /**
   * The charset of the XML declaration, which can be read in every charset that holds ASCII; null
   * where there is none.
   */
  public static @Nullable String declared(byte[] bytes) {
    StringBuilder opening = new StringBuilder();
    for (int i = 0; i < Math.min(bytes.length, OPENING); i++) {
      opening.append((char) (bytes[i] & 0x7F));
    }
    Matcher declaration = DECLARED.matcher(opening);
    return declaration.find() ? declaration.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
