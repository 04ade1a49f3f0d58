package dev.dateline.ingest.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the addresses of web pages to one form (RFC 3986, section 6.2): lower-case scheme and
 * host, ASCII host, no default port, no fragment, no dot segments, no tracking parameters.
 */
public final class CanonicalUrl {

  private static final int LONGEST = 4096;

  /** Parameters that tell how a reader came, never what the page is. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "ocid",
          "cmpid",
          "xtor",
          "at_medium",
          "at_campaign",
          "ns_source",
          "ns_mchannel",
          "ns_campaign",
          "__twitter_impression");

  private CanonicalUrl() {}

  /** The address in its one form; empty where it is no absolute http or https address. */
  public static Optional<String> of(@Nullable String address) {
    if (address == null || address.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(normalise(new URI(escape(address.strip()))));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same, with the address resolved against that of the page it stands on. */
  public static Optional<String> resolve(@Nullable String base, @Nullable String address) {
    if (address == null || address.isBlank() || address.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(escape(address.strip()));
      if (uri.isAbsolute() || base == null) {
        return of(address);
      }
      return of(new URI(base).resolve(uri).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What makes two canonical addresses one page: the scheme does not count. */
  public static String identity(String canonical) {
    return canonical.startsWith("http:") ? "https:" + canonical.substring(5) : canonical;
  }

  private static @Nullable String normalise(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority();
    if (!scheme.equals("http") && !scheme.equals("https") || authority == null) {
      return null;
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.lastIndexOf(':');
    String port = "";
    if (colon > host.lastIndexOf(']')) {
      port = host.substring(colon + 1);
      host = host.substring(0, colon);
    }
    if (host.isEmpty() || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    host = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    host = host.toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (port.equals("80") && scheme.equals("http")
        || port.equals("443") && scheme.equals("https")) {
      port = "";
    }
    String path = uri.normalize().getRawPath();
    String query = withoutTracking(uri.getRawQuery());
    return scheme
        + "://"
        + host
        + (port.isEmpty() ? "" : ":" + port)
        + (path == null || path.isEmpty() ? "/" : withoutLeadingDots(path))
        + (query.isEmpty() ? "" : "?" + query);
  }

  private static String withoutLeadingDots(String path) {
    String rest = path;
    while (rest.startsWith("/../")) {
      rest = rest.substring(3);
    }
    return rest;
  }

  private static String withoutTracking(@Nullable String query) {
    if (query == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = (equals < 0 ? parameter : parameter.substring(0, equals));
      name = name.toLowerCase(Locale.ROOT);
      if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.append(kept.isEmpty() ? "" : "&").append(parameter);
      }
    }
    return kept.toString();
  }

  /**
   * Escapes what people write into addresses and RFC 3986 does not allow there; drops the fragment.
   */
  public static String escape(String address) {
    StringBuilder out = new StringBuilder(address.length() + 16);
    int fragment = address.indexOf('#');
    String rest = fragment < 0 ? address : address.substring(0, fragment);
    int authorityEnd = authorityEnd(rest);
    for (int i = 0; i < rest.length(); ) {
      int c = rest.codePointAt(i);
      boolean percent = c == '%' && !isHex(rest, i + 1);
      boolean forbidden = c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0 || c == 0x7F;
      if (percent || i >= authorityEnd && (forbidden || c > 0x7F)) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(String.format(Locale.ROOT, "%02X", b));
        }
      } else if (c == '%') {
        out.append(rest.substring(i, i + 3).toUpperCase(Locale.ROOT));
        i += 3;
        continue;
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static int authorityEnd(String address) {
    int start = address.indexOf("//");
    if (start < 0) {
      return 0;
    }
    for (int i = start + 2; i < address.length(); i++) {
      if ("/?#".indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }

  private static boolean isHex(String text, int at) {
    return at + 1 < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && text.charAt(at) < 0x80
        && text.charAt(at + 1) < 0x80;
  }
}
