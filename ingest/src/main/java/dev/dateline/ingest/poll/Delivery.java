package dev.dateline.ingest.poll;

import dev.dateline.ingest.fetch.FetchHeaders;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.schemas.HubState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that a hub delivered.
 *
 * @param body as it came
 * @param mediaType of {@code Content-Type}, lower case
 * @param charset of {@code Content-Type}, as written
 * @param receivedAt when it came
 */
public record Delivery(
    byte[] body, @Nullable String mediaType, @Nullable String charset, Instant receivedAt) {

  /**
   * As if the source had answered with it; what its server reserves is known from the last poll.
   */
  Fetched from(String url, HubState hub) {
    return new Fetched(
        url,
        null,
        body,
        mediaType,
        charset,
        new FetchHeaders(
            null,
            null,
            null,
            null,
            hub.getTdmReserved(),
            hub.getTdmPolicy(),
            hub.getNoAi(),
            Map.of()));
  }
}
