package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.json.ArticleFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleFeedTest {

  private static final Duration NOW = Duration.ofMillis(1);

  private final ArticleFeed feed = new ArticleFeed(3);

  @Test
  void itKeepsTheNewestByTimeWhateverTheOrderOfArrival() {
    add("c", 30);
    add("a", 10);
    add("d", 40);
    add("b", 20);

    assertThat(ids(feed.articles(ArticleFilter.ALL, 10))).containsExactly("d", "c", "b");
    assertThat(ids(feed.articles(ArticleFilter.ALL, 1))).containsExactly("d");
  }

  @Test
  void itKeepsNoMoreBytesThanItsLimit() {
    for (int i = 0; i < 3; i++) {
      feed.add("t-0:" + i, i, 10 << 20, Articles.report("a" + i).build());
    }

    assertThat(ids(feed.articles(ArticleFilter.ALL, 10))).containsExactly("a2");
  }

  @Test
  void anArticleIsShownOnceInItsNewestRevision() {
    feed.add("t-0:1", 20, 1, Articles.report("a").setRevision(2).build());
    feed.add("t-0:2", 30, 1, Articles.report("a").setRevision(1).build());
    feed.add(
        "t-0:3", 40, 1, Articles.report("a").setRevision(3).setChange(Change.HISTORICAL).build());

    assertThat(feed.articles(ArticleFilter.ALL, 10))
        .singleElement()
        .satisfies(event -> assertThat(event.getRevision()).isEqualTo(2));
  }

  @Test
  void aWithdrawnArticleIsNotShown() {
    add("a", 10);
    feed.add("t-0:2", 20, 1, Articles.report("a").setRevision(2).setChange(Change.DELETED).build());

    assertThat(feed.articles(ArticleFilter.ALL, 10)).isEmpty();
  }

  @Test
  void aRevisionThatIsTakenDownIsForgotten() throws Exception {
    add("a", 10);
    Subscription subscription = follow(null);

    feed.remove("a", 1);

    assertThat(feed.articles(ArticleFilter.ALL, 10)).isEmpty();
    assertThat(subscription.next(NOW)).isEqualTo(new Signal.Removed("a", 1));
  }

  @Test
  void aReaderGetsTheRecentThenWhatComes() throws Exception {
    add("a", 10);
    add("b", 20);
    Subscription subscription = feed.subscribe(ArticleFilter.ALL, 1, null).orElseThrow();

    add("c", 30);

    assertThat(arrivals(subscription)).containsExactly("b", "c");
  }

  @Test
  void aReaderThatComesBackGetsWhatItMissed() throws Exception {
    add("a", 10);
    add("late", 5);
    add("b", 20);

    assertThat(arrivals(follow("t-0:10"))).containsExactly("late", "b");
  }

  @Test
  void aReaderWhosePositionIsGoneIsToldOfTheGap() throws Exception {
    add("a", 10);

    Subscription subscription = follow("t-0:1");

    assertThat(subscription.next(NOW)).isEqualTo(new Signal.Gap());
    assertThat(arrivals(subscription)).containsExactly("a");
  }

  @Test
  void aReaderGetsOnlyWhatItAsksFor() throws Exception {
    ArticleFilter sport = new ArticleFilter(List.of("de"), List.of(), List.of());
    Subscription subscription = feed.subscribe(sport, 0, null).orElseThrow();

    add("a", 10);

    assertThat(subscription.next(NOW)).isEqualTo(new Signal.Idle());
  }

  @Test
  void aSlowReaderIsDroppedAndTold() throws Exception {
    Subscription subscription = follow(null);

    for (int i = 0; i <= Subscription.CAPACITY; i++) {
      add("a" + i, i);
    }

    assertThat(subscription.next(NOW)).isEqualTo(new Signal.Dropped());
    assertThat(subscription.next(NOW)).isEqualTo(new Signal.Dropped());
    assertThat(feed.followers()).isZero();
  }

  @Test
  void readersAreBoundedAndAClosedOneMakesRoom() {
    List<Subscription> readers = new ArrayList<>();
    for (int i = 0; i < ArticleFeed.MAX_SUBSCRIPTIONS; i++) {
      readers.add(follow(null));
    }
    assertThat(feed.subscribe(ArticleFilter.ALL, 0, null)).isEmpty();

    readers.get(0).close();

    assertThat(feed.subscribe(ArticleFilter.ALL, 0, null)).isPresent();
  }

  @Test
  void closingEndsEveryReader() throws Exception {
    Subscription subscription = follow(null);

    feed.close();

    assertThat(subscription.next(NOW)).isEqualTo(new Signal.Closed());
    assertThat(feed.subscribe(ArticleFilter.ALL, 0, null)).isEmpty();
  }

  private void add(String id, long timestamp) {
    feed.add("t-0:" + timestamp, timestamp, 1, Articles.report(id).build());
  }

  private Subscription follow(String lastSeen) {
    return feed.subscribe(ArticleFilter.ALL, 0, lastSeen).orElseThrow();
  }

  private static List<String> ids(List<EnrichedArticle> events) {
    return events.stream().map(EnrichedArticle::getId).toList();
  }

  private static List<String> arrivals(Subscription subscription) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    while (subscription.next(NOW) instanceof Signal.Arrived arrived) {
      ids.add(arrived.entry().event().getId());
    }
    return ids;
  }
}
