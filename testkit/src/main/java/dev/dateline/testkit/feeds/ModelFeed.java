package dev.dateline.testkit.feeds;

import java.util.List;

/**
 * What a feed has published since the world began.
 *
 * @param url where it was announced to be
 * @param articles in the order of their publication, also those that have left the feed
 */
public record ModelFeed(
    String url, FeedFormat format, FeedTrouble trouble, List<ModelArticle> articles) {

  public ModelFeed {
    articles = List.copyOf(articles);
  }
}
