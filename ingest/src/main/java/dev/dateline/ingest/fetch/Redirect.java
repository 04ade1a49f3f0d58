package dev.dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Where an answer sends us. */
final class Redirect {

  private Redirect() {}

  /**
   * The checked target of a redirect. Servers write {@code Location} in UTF-8 where they should
   * escape it.
   */
  static WebAddress target(WebAddress from, Answer answer) throws FetchException {
    String location = answer.header("Location").orElse("");
    if (location.isBlank()) {
      throw new FetchException(
          FetchFailure.PROTOCOL,
          answer.status(),
          from + " answered " + answer.status() + " without a Location. Try it later.",
          null);
    }
    return from.resolve(new String(location.getBytes(ISO_8859_1), UTF_8));
  }
}
