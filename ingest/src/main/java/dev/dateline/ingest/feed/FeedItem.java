package dev.dateline.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed. Texts are as the feed writes them and may hold markup.
 *
 * @param id the feed's own identifier: {@code guid}, {@code id}, {@code rdf:about}
 * @param url absolute address where the feed's or its own allows one
 * @param authors names; the e-mail address of one who has no name
 * @param published null where the feed gives no time that can be read
 * @param updated last change, as the feed says
 * @param summary description
 * @param content the article itself, where the feed carries it
 * @param image address of the main picture
 */
public record FeedItem(
    @Nullable String id,
    @Nullable String url,
    @Nullable String title,
    List<String> authors,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String summary,
    @Nullable String content,
    List<String> categories,
    List<Enclosure> enclosures,
    @Nullable String image) {

  public FeedItem {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  /** The first author. */
  public @Nullable String author() {
    return authors.isEmpty() ? null : authors.get(0);
  }
}
