package dev.dateline.ingest.fetch;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the allow-list.
 *
 * @param network addresses that are allowed, or null where a host is named
 * @param host a host name whose addresses are all allowed, lower case, or null
 * @param port the only port that is allowed; 0 for all
 */
record Allowance(@Nullable Network network, @Nullable String host, int port) {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([^]]+)]|([^:\\[\\]]+))(?::([0-9]{1,5}))?");

  /**
   * Reads {@code 10.0.0.0/8}, {@code ::1}, {@code 127.0.0.1:8080}, {@code [::1]:8080}, {@code
   * wiki.intranet} or {@code wiki.intranet:8080}.
   *
   * @throws IllegalArgumentException where it is none of these
   */
  static Allowance parse(String entry) {
    if (entry.indexOf('/') >= 0
        || entry.indexOf(':') != entry.lastIndexOf(':') && !entry.startsWith("[")) {
      return new Allowance(Network.parse(entry), null, 0);
    }
    Matcher parts = HOST_AND_PORT.matcher(entry);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "fetch.allow names networks such as 10.0.0.0/8 and hosts such as wiki.intranet:8080, but '"
              + entry
              + "' is neither");
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    int port = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    return Network.isLiteral(host)
        ? new Allowance(Network.parse(host), null, port)
        : new Allowance(null, host.toLowerCase(Locale.ROOT), port);
  }

  boolean covers(String asked, InetAddress address, int askedPort) {
    return (port == 0 || port == askedPort)
        && (network == null ? asked.equals(host) : network.contains(address));
  }
}
