package dev.dateline.ingest.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells which sites belong together, and which can be of the public internet. */
public final class Domains {

  /**
   * Names that never are of the public internet: RFC 6761, RFC 6762, RFC 8375, and {@code internal}
   * as ICANN reserved it in 2024.
   */
  private static final List<String> LOCAL =
      List.of(".localhost", ".local", ".test", ".home.arpa", ".internal");

  private Domains() {}

  /**
   * The registrable domain of an address, by the Public Suffix List with its private part: {@code
   * example.co.uk} for {@code https://www.example.co.uk/feed}, {@code a.github.io} for {@code
   * https://a.github.io/}. {@code host:port} for IP addresses and names of a single label; the
   * whole host where it is a public suffix itself; the address as it is where it is no web address.
   */
  public static String registrable(String url) {
    WebAddress address;
    try {
      address = WebAddress.parse(url);
    } catch (FetchException e) {
      return url;
    }
    if (!address.isDomainName()) {
      return address.turnKey();
    }
    String domain = EffectiveTldFinder.getAssignedDomain(address.host(), true, false);
    return domain == null ? address.host() : domain;
  }

  /**
   * Whether an address can be of the public internet, as far as it tells without being looked up:
   * its host is a name of several labels that is not reserved for other nets, or a public IP
   * address.
   */
  public static boolean isPublic(String url) {
    try {
      String host = WebAddress.parse(url).host();
      return Network.isLiteral(host)
          ? AddressGuard.isPublic(InetAddress.getByName(host))
          : host.indexOf('.') > 0 && LOCAL.stream().noneMatch(host::endsWith);
    } catch (FetchException | UnknownHostException e) {
      return false;
    }
  }
}
