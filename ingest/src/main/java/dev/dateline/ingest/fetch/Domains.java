package dev.dateline.ingest.fetch;

import crawlercommons.domains.EffectiveTldFinder;

/** Tells which sites belong together. */
public final class Domains {

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
}
