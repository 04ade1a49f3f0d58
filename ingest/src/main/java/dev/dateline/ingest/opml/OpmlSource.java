package dev.dateline.ingest.opml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a list names.
 *
 * @param title as the list names it; empty where it does not
 * @param feed absolute address of the feed
 * @param site address of the site that it belongs to
 * @param language as the list declares it
 * @param folders titles of the outlines around it, outermost first
 */
public record OpmlSource(
    String title,
    String feed,
    @Nullable String site,
    @Nullable String language,
    List<String> folders) {

  public OpmlSource {
    folders = List.copyOf(folders);
  }
}
