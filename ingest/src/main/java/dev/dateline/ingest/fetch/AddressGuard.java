package dev.dateline.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which addresses may be connected to: those of the public internet (IANA IPv4 and IPv6
 * Special-Purpose Address Registries, RFC 6890), and what an allow-list names.
 */
final class AddressGuard {

  private static final List<Network> REFUSED_IPV4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local
          "172.16.0.0/12", // private
          "192.0.0.0/24", // IETF protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarking
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** All that is public lies here; loopback, mapped, local, multicast and the like lie outside. */
  private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

  private static final List<Network> REFUSED_IPV6 =
      networks(
          "2001::/23", // IETF protocol assignments: Teredo, benchmarking, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  /** IPv4 as hosts without IPv4 see it (RFC 6052): as good as the address in its last bytes. */
  private static final Network NAT64 = Network.parse("64:ff9b::/96");

  private final List<Allowance> allowances;

  /**
   * @param allow what may be connected to besides, as {@link Allowance#parse} reads it
   */
  AddressGuard(List<String> allow) {
    this.allowances = allow.stream().map(Allowance::parse).toList();
  }

  /**
   * Whether a connection may be opened.
   *
   * @param host the name or literal that was asked for
   * @param address what it stands for
   */
  boolean permits(String host, InetAddress address, int port) {
    return isPublic(address)
        || allowances.stream().anyMatch(allowance -> allowance.covers(host, address, port));
  }

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) {
      return REFUSED_IPV4.stream().noneMatch(network -> network.contains(address));
    }
    if (NAT64.contains(address)) {
      return isPublic(lastFourBytes(address));
    }
    return GLOBAL_UNICAST.contains(address)
        && REFUSED_IPV6.stream().noneMatch(network -> network.contains(address));
  }

  private static InetAddress lastFourBytes(InetAddress address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static List<Network> networks(String... blocks) {
    return Stream.of(blocks).map(Network::parse).toList();
  }
}
