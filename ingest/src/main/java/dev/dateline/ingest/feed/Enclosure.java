package dev.dateline.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an item: picture, sound, film.
 *
 * @param url absolute where the feed allows it
 * @param type media type, as declared
 * @param length bytes, as declared; null where it is not declared or is no number
 */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {

  /** Whether it says that it is a picture. */
  boolean isImage() {
    return type != null && type.regionMatches(true, 0, "image/", 0, 6);
  }
}
