package dev.dateline.ingest.fetch;

import dev.dateline.ingest.text.CanonicalUrl;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address that can be asked: one spelling, no credentials, no fragment. Hosts that
 * programs read differently (decimal, octal, hexadecimal and short forms of IPv4, escapes, zones)
 * are refused rather than guessed.
 *
 * @param uri the whole address, with a path
 * @param host a name in ASCII and lower case without a dot at its end, or an IP address without
 *     brackets
 * @param port the port, also where it is the scheme's own
 */
record WebAddress(URI uri, String host, int port) {

  private static final int LONGEST = 8_192;
  private static final int LONGEST_HOST = 253;

  private static final Pattern NAME = Pattern.compile("(?:[a-z0-9_-]{1,63}\\.)*[a-z0-9_-]{1,63}");
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");

  /** Ports of other services, as browsers refuse them: WHATWG Fetch, "port blocking". */
  private static final Set<Integer> BLOCKED_PORTS =
      Set.of(
          0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
          101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179,
          389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
          636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
          6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

  /** Reads an address as people and publishers write it. */
  static WebAddress parse(String address) throws FetchException {
    if (address.length() > LONGEST) {
      throw bad(address.substring(0, 100) + "...", "is longer than " + LONGEST + " characters");
    }
    try {
      return of(new URI(CanonicalUrl.escape(address.strip())), address);
    } catch (URISyntaxException e) {
      throw bad(address, "is no web address");
    }
  }

  /** The target of a redirect from here. */
  WebAddress resolve(String location) throws FetchException {
    if (location.length() > LONGEST) {
      throw bad(location.substring(0, 100) + "...", "is longer than " + LONGEST + " characters");
    }
    try {
      URI reference = new URI(CanonicalUrl.escape(location.strip()));
      return of(reference.isAbsolute() ? reference : resolve(reference), location);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw bad(location, "is no web address");
    }
  }

  /**
   * As RFC 3986, section 5.2.2, where {@link URI} still follows RFC 2396: an empty path is ours.
   */
  private URI resolve(URI reference) {
    boolean ownPath = reference.getRawAuthority() == null && reference.getRawPath().isEmpty();
    if (!ownPath) {
      return uri.resolve(reference);
    }
    String query = reference.getRawQuery() == null ? uri.getRawQuery() : reference.getRawQuery();
    return URI.create(origin() + uri.getRawPath() + (query == null ? "" : "?" + query));
  }

  /** Another path on the same server. */
  WebAddress at(String path) {
    return new WebAddress(URI.create(origin() + path), host, port);
  }

  /** Scheme, host and port, as in {@code https://example.org}. */
  String origin() {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** What takes one request at a time: a host name; of what is no domain name, each port. */
  String turnKey() {
    return isDomainName() ? host : host + ":" + port;
  }

  /** Whether the host is a name with several labels and no IP address. */
  boolean isDomainName() {
    return host.indexOf('.') > 0 && !Network.isLiteral(host);
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  private static WebAddress of(URI uri, String written) throws FetchException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw bad(written, "is no http or https address");
    }
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw bad(written, "names no host");
    }
    if (authority.indexOf('@') >= 0) {
      throw bad(written, "holds a user name or password, which are never sent");
    }
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = host(hasPort ? authority.substring(0, colon) : authority, written);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = hasPort ? port(authority.substring(colon + 1), usual, written) : usual;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String whole =
        scheme
            + "://"
            + (host.indexOf(':') < 0 ? host : "[" + host + "]")
            + (port == usual ? "" : ":" + port)
            + path
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return new WebAddress(URI.create(whole), host, port);
  }

  private static String host(String written, String address) throws FetchException {
    if (written.startsWith("[")) {
      return IPV6.matcher(written).matches() ? literal(written, address) : fail(address);
    }
    String name;
    try {
      name = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return fail(address);
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    boolean numeric = NUMBER.matcher(name).matches();
    if (name.length() > LONGEST_HOST
        || !NAME.matcher(name).matches()
        || numeric && !Network.isIpv4(name)) {
      return fail(address);
    }
    return name;
  }

  /** The one spelling of an IPv6 literal; in brackets it is never looked up. */
  private static String literal(String bracketed, String address) throws FetchException {
    try {
      return InetAddress.getByName(bracketed).getHostAddress();
    } catch (UnknownHostException e) {
      return fail(address);
    }
  }

  private static int port(String digits, int usual, String address) throws FetchException {
    if (digits.isEmpty()) {
      return usual;
    }
    if (!digits.matches("[0-9]{1,5}")) {
      throw bad(address, "has a port that is no number");
    }
    int port = Integer.parseInt(digits);
    if (port > 65_535 || BLOCKED_PORTS.contains(port)) {
      throw bad(address, "has a port that is no web server's");
    }
    return port;
  }

  private static String fail(String address) throws FetchException {
    throw bad(address, "has a host that is no plain name or IP address");
  }

  private static FetchException bad(@Nullable String address, String what) {
    String shown = String.valueOf(address).strip().replaceFirst("//[^/?#]*@", "//...@");
    return new FetchException(
        FetchFailure.BAD_URL,
        "The address '" + shown + "' " + what + ". Correct it at its source.");
  }
}
