package dev.dateline.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The text constructs and contents of Atom (RFC 4287, section 3.1; 0.3 with its modes). */
final class TextConstruct {

  /** Types whose content is base64 (RFC 4287, section 4.1.3.3). */
  private static final Pattern BINARY =
      Pattern.compile("application/octet-stream|(image|audio|video)/.*");

  private TextConstruct() {}

  /** The text as it was meant: decoded, and without the {@code div} that wraps XHTML. */
  static String of(Element element) {
    String type = value(element, "type");
    String mode = value(element, "mode");
    Element content = unwrapped(element);
    if (type.equals("xhtml") || type.equals("application/xhtml+xml") || mode.equals("xml")) {
      return FeedTree.markup(content);
    }
    String text = FeedTree.text(type.contains("html") ? content : element);
    return mode.equals("base64") || BINARY.matcher(type).matches() ? decoded(text) : text;
  }

  private static Element unwrapped(Element element) {
    boolean wraps = element.childrenSize() == 1 && FeedTree.local(element.child(0)).equals("div");
    return wraps ? element.child(0) : element;
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String value(Element element, String name) {
    return Objects.requireNonNullElse(FeedTree.attribute(element, name), "")
        .toLowerCase(Locale.ROOT);
  }
}
