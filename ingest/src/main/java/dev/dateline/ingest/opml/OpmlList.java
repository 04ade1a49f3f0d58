package dev.dateline.ingest.opml;

import java.util.List;

/**
 * What a list of feeds says.
 *
 * @param sources its feeds, in its order, each address once
 * @param leftOut entries that look like a feed and give none
 */
public record OpmlList(List<OpmlSource> sources, List<LeftOut> leftOut) {

  public OpmlList {
    sources = List.copyOf(sources);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * An entry that is no feed.
   *
   * @param name its address, or its title where it has none; on one line
   * @param reason for a person, without a full stop
   */
  public record LeftOut(String name, String reason) {}
}
