package dev.dateline.ingest.extract;

import dev.dateline.ingest.fetch.Domains;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses among the addresses that a page gives itself and the one that it was found at. {@code
 * rel=canonical} is there to name this one page (RFC 6596), and yet templates write the home page
 * of the site into it, or the host on which the site was built. Whoever believed that would take
 * all pages of the site for one.
 */
final class PageAddress {

  private static final Pattern HOME =
      Pattern.compile("https?://[^/?]*/(?:(?:index|default|home)\\.[a-z]{2,5})?");

  private PageAddress() {}

  /**
   * The first address of a page on a public host; for want of one, the first of any page, and at
   * last that of a site.
   *
   * @param addresses in their canonical form, most telling first
   */
  static Optional<String> of(List<String> addresses) {
    return addresses.stream().min(Comparator.comparingInt(PageAddress::doubt));
  }

  /** Whether an address is that of a whole site. */
  static boolean isHome(String address) {
    return HOME.matcher(address).matches();
  }

  private static int doubt(String address) {
    return (isHome(address) ? 2 : 0) + (Domains.isPublic(address) ? 0 : 1);
  }
}
