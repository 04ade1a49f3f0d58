package dev.dateline.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an answer say, and the reservations of the site.
 *
 * @param etag validator, exactly as written
 * @param lastModified validator, exactly as written
 * @param maxAge how long from now the answer stays fresh (RFC 9111, section 4.2): {@code max-age},
 *     else {@code s-maxage}, else {@code Expires}, less {@code Age}; zero for {@code no-cache} and
 *     {@code no-store}
 * @param retryAfter how long from now the server wants to be left alone
 * @param tdmReserved whether text and data mining is reserved (TDM Reservation Protocol), by header
 *     or by {@code /.well-known/tdmrep.json}
 * @param tdmPolicy address of the policy that goes with the reservation
 * @param noAi whether {@code X-Robots-Tag} says {@code noai} or {@code noimageai}
 * @param links absolute targets of {@code Link} (RFC 8288) by relation: {@code hub} and {@code
 *     self}
 */
public record FetchHeaders(
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Duration maxAge,
    @Nullable Duration retryAfter,
    boolean tdmReserved,
    @Nullable String tdmPolicy,
    boolean noAi,
    Map<String, String> links) {

  public FetchHeaders {
    links = Map.copyOf(links);
  }

  FetchHeaders with(Reservation reservation) {
    return new FetchHeaders(
        etag,
        lastModified,
        maxAge,
        retryAfter,
        reservation.reserved(),
        reservation.policy(),
        noAi,
        links);
  }
}
