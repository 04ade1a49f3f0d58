package dev.dateline.ingest.fetch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * The answer to one request, whatever its status.
 *
 * @param headers values hold a byte a character (ISO 8859-1), as they came
 * @param body decoded; empty where none is expected
 */
record Answer(int status, MessageHeaders headers, byte[] body) {

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  boolean isPermanentRedirect() {
    return status == 301 || status == 308;
  }

  /** The first value of a header. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirstHeader(name)).map(Header::getValue);
  }

  /** All values of a header. */
  List<String> headers(String name) {
    return Stream.of(headers.getHeaders(name)).map(Header::getValue).toList();
  }
}
