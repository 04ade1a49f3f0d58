package dev.dateline.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface FetchResult {

  /**
   * A whole document.
   *
   * @param url its final address
   * @param movedTo the new permanent address, where every hop from the start was 301 or 308; else
   *     null
   * @param body decoded (gzip, deflate) and bounded; never a part of what was sent
   * @param mediaType of {@code Content-Type}, lower case: {@code application/rss+xml}
   * @param charset of {@code Content-Type}, as written
   */
  record Fetched(
      String url,
      @Nullable String movedTo,
      byte[] body,
      @Nullable String mediaType,
      @Nullable String charset,
      FetchHeaders headers)
      implements FetchResult {}

  /** The copy that is known is still the newest, says the server. */
  record NotModified(FetchHeaders headers) implements FetchResult {}

  /**
   * Nothing usable came.
   *
   * @param status of the answer; 0 where there was none
   * @param message what, where, what next, for a person
   * @param retryAfter how long from now the server wants to be left alone, where it says so
   */
  record Failed(FetchFailure reason, int status, String message, @Nullable Duration retryAfter)
      implements FetchResult {}
}
