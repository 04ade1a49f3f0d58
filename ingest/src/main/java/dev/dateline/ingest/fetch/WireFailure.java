package dev.dateline.ingest.fetch;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Why no whole answer came, for programs and for people. */
final class WireFailure {

  private WireFailure() {}

  static FetchException closed(WebAddress address) {
    return new FetchException(
        FetchFailure.CONNECT, "The fetch of " + address + " was ended, as the process stops.");
  }

  static FetchException tooSlow(WebAddress address) {
    return new FetchException(
        FetchFailure.TIMEOUT,
        address + " did not answer in time. Try it later, or raise fetch.timeout.");
  }

  static FetchException of(WebAddress address, Exception e) {
    if (e instanceof RefusedAddressException) {
      return new FetchException(
          FetchFailure.REFUSED_ADDRESS,
          address.host()
              + " is no public address, so that "
              + address
              + " is not fetched. If it is yours, name it in fetch.allow.");
    }
    if (e instanceof UnknownHostException) {
      return new FetchException(
          FetchFailure.DNS,
          "Cannot find " + address.host() + ": " + e.getMessage() + ". Check " + address + ".");
    }
    if (e instanceof ConnectTimeoutException
        || e instanceof ConnectException
        || e instanceof NoRouteToHostException) {
      return new FetchException(
          FetchFailure.CONNECT,
          "Cannot connect to " + address.origin() + ". Check the address, or try it later.");
    }
    if (e instanceof SocketTimeoutException) {
      return tooSlow(address);
    }
    if (e instanceof SSLException) {
      return new FetchException(
          FetchFailure.TLS,
          "Cannot secure the connection to "
              + address.origin()
              + ": "
              + e.getMessage()
              + ". Its owner has to mend that.");
    }
    if (e instanceof TooLargeException) {
      return new FetchException(
          FetchFailure.TOO_LARGE, address + " is too large. Raise fetch.limit if it must be read.");
    }
    return new FetchException(
        FetchFailure.PROTOCOL,
        address + " answered with broken HTTP: " + e.getMessage() + ". Try it later.");
  }
}
