package dev.dateline.ingest.poll;

import dev.dateline.ingest.fetch.FetchHeaders;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document of a source shows that matters to a subscription at its hub (WebSub, section 4:
 * the headers come before the document).
 *
 * @param hub address of the hub; null where the source names none
 * @param topic address that the source calls its own; null where it names none
 * @param fresh when the items that were not known were published, as far as they say
 * @param headers of the answer, for what they reserve
 */
public record Shown(
    @Nullable String hub,
    @Nullable String topic,
    List<Optional<Instant>> fresh,
    FetchHeaders headers) {

  private static final int LONGEST = 2_048;
  private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  public Shown {
    fresh = List.copyOf(fresh);
  }

  static Shown of(Document document, ItemChanges.Outcome outcome, Fetched fetched) {
    return new Shown(
        link(fetched, "hub", document.hub()),
        link(fetched, "self", document.self()),
        outcome.fresh(),
        fetched.headers());
  }

  /** To the letter: hubs compare topics as strings. */
  private static @Nullable String link(
      Fetched fetched, String relation, @Nullable String inDocument) {
    String link = fetched.headers().links().getOrDefault(relation, inDocument);
    return link == null || link.length() > LONGEST || !WEB.matcher(link).lookingAt() ? null : link;
  }
}
