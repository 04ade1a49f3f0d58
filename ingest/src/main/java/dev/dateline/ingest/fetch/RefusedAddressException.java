package dev.dateline.ingest.fetch;

import java.net.UnknownHostException;

/** None of the addresses of a host may be connected to. */
final class RefusedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  RefusedAddressException(String host) {
    super(host);
  }
}
