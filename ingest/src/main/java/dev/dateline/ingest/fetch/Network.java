package dev.dateline.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A block of addresses, as in {@code 10.0.0.0/8} (RFC 4632, RFC 4291).
 *
 * @param address its first bytes, 4 or 16 of them
 * @param prefix how many leading bits count
 */
record Network(byte[] address, int prefix) {

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])(?:\\.(?!$)|$)){4}");

  /**
   * Whether a text is four decimal numbers without leading zeros, which all programs read alike.
   */
  static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  /** Whether a text is an IP address rather than a name; one of IPv6 may still be malformed. */
  static boolean isLiteral(String text) {
    return isIpv4(text) || text.indexOf(':') >= 0;
  }

  /**
   * Reads a block, or a single address.
   *
   * @throws IllegalArgumentException where it is none
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    if (!isLiteral(literal)) {
      throw new IllegalArgumentException("'" + text + "' is no network");
    }
    try {
      byte[] address =
          InetAddress.getByName(literal.indexOf(':') < 0 ? literal : "[" + literal + "]")
              .getAddress();
      int bits = address.length * 8;
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      if (prefix < 0 || prefix > bits) {
        throw new IllegalArgumentException("'" + text + "' has a prefix over " + bits);
      }
      return new Network(address, prefix);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + text + "' is no network", e);
    }
  }

  boolean contains(InetAddress other) {
    byte[] bytes = other.getAddress();
    if (bytes.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((bytes[bit / 8] ^ address[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
