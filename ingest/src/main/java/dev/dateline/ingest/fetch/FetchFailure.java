package dev.dateline.ingest.fetch;

/** Why a fetch failed. */
public enum FetchFailure {
  /** The host has no address that may be fetched from; see {@code fetch.allow}. */
  REFUSED_ADDRESS,
  /**
   * No http or https address, or one with credentials, an odd host or a port of another service.
   */
  BAD_URL,
  /** The host name is not known, or the resolver did not answer. */
  DNS,
  /** No connection came about. */
  CONNECT,
  /** The connection could not be secured: certificate, host name, handshake. */
  TLS,
  /** The time for the whole request is over. */
  TIMEOUT,
  /** The body is larger than is read at most, as sent or once decoded. */
  TOO_LARGE,
  /** What came is not HTTP, or not whole: cut, a wrong length, a broken or unknown encoding. */
  PROTOCOL,
  /** More hops than are followed at most. */
  TOO_MANY_REDIRECTS,
  /** The site's robots.txt disallows it, or the site cannot say what it allows. */
  ROBOTS,
  /** 429, or 503 with Retry-After. */
  RATE_LIMITED,
  /** 401, 402, 403 or 451. */
  UNAUTHORIZED,
  /** 404. */
  NOT_FOUND,
  /** 410. */
  GONE,
  /** Any other 4xx. */
  CLIENT_ERROR,
  /** Any other 5xx. */
  SERVER_ERROR
}
