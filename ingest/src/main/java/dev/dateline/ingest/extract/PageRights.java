package dev.dateline.ingest.extract;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of who may read it and what may be done with it.
 *
 * @param tdmReserved whether text and data mining is reserved (TDM Reservation Protocol, {@code
 *     tdm-reservation})
 * @param tdmPolicy address of the policy that goes with the reservation
 * @param noAi whether a robots element says {@code noai} or {@code noimageai}
 * @param free whether it may be read without paying ({@code isAccessibleForFree} of schema.org);
 *     null where the page does not say
 */
public record PageRights(
    boolean tdmReserved, @Nullable String tdmPolicy, boolean noAi, @Nullable Boolean free) {

  /** Whether the publisher does not want it to be mined or learnt from. */
  public boolean isReserved() {
    return tdmReserved || noAi;
  }

  /** With what a server says of it besides. */
  public PageRights and(boolean reserved, @Nullable String policy, boolean noLearning) {
    return new PageRights(
        tdmReserved || reserved, tdmPolicy == null ? policy : tdmPolicy, noAi || noLearning, free);
  }

  /** Of what says nothing. */
  public static final PageRights UNSTATED = new PageRights(false, null, false, null);
}
