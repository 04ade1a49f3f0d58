package dev.dateline.testkit.feeds;

/**
 * What is wrong with a feed, each with one thing. Trouble of the wire comes and goes with the
 * steps; {@link FeedServer#calm} ends it.
 */
public enum FeedTrouble {
  /** Nothing; answers 304 by ETag. */
  NONE(1.0),
  /** Nothing; answers 304 by Last-Modified alone. */
  LAST_MODIFIED(1.0),
  /**
   * Answers 304 to every condition, whatever is new. Has news seldom, so that an audit is in time.
   */
  LYING_304(0.1),
  /** 429 with Retry-After in every third step. */
  RATE_LIMIT(1.0),
  /** 500, 502 or 503 in two of four steps. */
  SERVER_ERRORS(1.0),
  /** Always behind a 302 to another path. */
  TEMPORARY_REDIRECT(1.0),
  /** Behind a 301 to another path from the third step on. */
  PERMANENT_REDIRECT(1.0),
  /** Cut in the middle of an item in every second step, and transferred wholly. */
  TRUNCATION(1.0),
  /** Changes titles and texts in every step. */
  EDITS(1.0),
  /** Gives all its items new identifiers in every step. */
  GUID_DRIFT(1.0),
  /** Now and then gives an identifier to another article and drops the former one. */
  GUID_REUSE(0.5),
  /** Now and then takes an article back, whose page answers 410 then. */
  VANISHING(0.5),
  /** Takes the request and does not answer in every fourth step. */
  HANG(1.0),
  /** Answers a byte at a time in every fourth step. */
  SLOW_BYTES(1.0),
  /** Says ISO-8859-1 in header and document, and is UTF-8. */
  WRONG_CHARSET(1.0),
  /** Items of 1970, of next year, of no time at all. */
  LYING_DATES(1.0),
  /** Items without titles. */
  NO_TITLES(1.0),
  /** Items without links, which their identifiers alone name. */
  NO_LINKS(1.0);

  private final double rate;

  FeedTrouble(double rate) {
    this.rate = rate;
  }

  /** New items a step, on average. */
  double rate() {
    return rate;
  }

  /** Whether the text of items is changed now and then. */
  double editRate() {
    return this == EDITS ? 1.0 : this == LYING_304 ? 0.0 : 0.1;
  }
}
