package dev.dateline.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for. Validators are sent back exactly as the server wrote them, each where it is
 * present (RFC 9110, section 13.1).
 *
 * @param url an absolute http or https address, as it was found
 * @param etag the {@code ETag} of the copy that is known, for {@code If-None-Match}
 * @param lastModified the {@code Last-Modified} of that copy, for {@code If-Modified-Since}
 * @param accept the {@code Accept} header
 */
public record FetchRequest(
    String url, @Nullable String etag, @Nullable String lastModified, String accept) {

  /** Asks for anything, unconditionally. */
  public static FetchRequest of(String url) {
    return new FetchRequest(url, null, null, "*/*");
  }
}
