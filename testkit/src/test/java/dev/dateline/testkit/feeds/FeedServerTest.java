package dev.dateline.testkit.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class FeedServerTest {

  private static final int TROUBLES = FeedTrouble.values().length;
  private static final int ALL_KINDS = TROUBLES * FeedFormat.values().length;

  private static final Duration SHORT = Duration.ofMillis(300);

  private final NaiveReader reader = new NaiveReader();

  /**
   * The reader neither asks conditionally nor mends anything, so that the model is all it needs.
   */
  @Test
  void theModelIsWhatAReaderFinds() throws Exception {
    try (FeedServer world = FeedServer.start(7, ALL_KINDS, 3)) {
      for (int step = 0; step < 14; step++) {
        world.step();
        for (ModelFeed feed : world.model()) {
          boolean stuck =
              feed.trouble() == FeedTrouble.HANG || feed.trouble() == FeedTrouble.SLOW_BYTES;
          if (!stuck || step % 3 == 0) {
            reader.poll(feed, stuck ? SHORT : NaiveReader.PATIENCE);
          }
        }
      }
      world.calm();
      for (ModelFeed feed : world.model()) {
        reader.poll(feed, NaiveReader.PATIENCE);
      }

      Map<String, NaiveReader.Seen> expected = new HashMap<>();
      for (ModelFeed feed : world.model()) {
        for (ModelArticle article : feed.articles()) {
          expected.put(article.key(), new NaiveReader.Seen(article.title(), article.marker()));
        }
      }
      assertThat(reader.articles()).containsExactlyInAnyOrderEntriesOf(expected);
    }
  }

  @Test
  void aSeedIsAWorld() {
    assertThat(history(3)).isEqualTo(history(3)).isNotEqualTo(history(4));
  }

  @Test
  void troubleLeavesItsTraceInTheModel() {
    try (FeedServer world = FeedServer.start(1, TROUBLES, 2)) {
      steps(world, 40);

      assertThat(articles(world, FeedTrouble.VANISHING)).anyMatch(ModelArticle::deleted);
      assertThat(articles(world, FeedTrouble.NONE)).noneMatch(ModelArticle::deleted);
      assertThat(articles(world, FeedTrouble.EDITS)).anyMatch(one -> one.markers().size() > 2);
      assertThat(articles(world, FeedTrouble.NO_TITLES)).allMatch(one -> one.title() == null);
      assertThat(articles(world, FeedTrouble.NO_LINKS))
          .allMatch(one -> one.key().startsWith("tag:"));
      Set<String> markers = new HashSet<>();
      for (ModelFeed feed : world.model()) {
        feed.articles().forEach(one -> assertThat(markers.addAll(one.markers())).isTrue());
      }
    }
  }

  @Test
  void validatorsAreAnswered() throws Exception {
    try (FeedServer world = FeedServer.start(1, TROUBLES, 1)) {
      assertConditional(world, FeedTrouble.NONE, "ETag", "If-None-Match", 200);
      assertConditional(
          world, FeedTrouble.LAST_MODIFIED, "Last-Modified", "If-Modified-Since", 200);
      assertConditional(world, FeedTrouble.LYING_304, "ETag", "If-None-Match", 304);
    }
  }

  @Test
  void statusesComeAndGo() throws Exception {
    assertThat(statuses(FeedTrouble.RATE_LIMIT)).containsOnly(200, 429);
    assertThat(statuses(FeedTrouble.SERVER_ERRORS)).contains(200).containsAnyOf(500, 502, 503);
  }

  @Test
  void calmEndsTheTrouble() throws Exception {
    try (FeedServer world = FeedServer.start(1, TROUBLES, 1)) {
      world.calm();
      for (int step = 0; step < 4; step++) {
        world.step();
        for (String url : world.urls()) {
          assertThat(reader.get(url).statusCode()).as(url).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void aHangingServerAnswersNobody() {
    try (FeedServer world = FeedServer.start(1, TROUBLES, 1)) {
      steps(world, 3);

      assertThatThrownBy(() -> reader.get(feed(world, FeedTrouble.HANG).url(), SHORT))
          .isInstanceOf(HttpTimeoutException.class);
      assertThatThrownBy(() -> reader.get(feed(world, FeedTrouble.SLOW_BYTES).url(), SHORT))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void aPageIsThereUntilItsArticleIsTakenBack() throws Exception {
    try (FeedServer world = FeedServer.start(1, TROUBLES, 1)) {
      steps(world, 40);
      for (ModelArticle article : articles(world, FeedTrouble.VANISHING)) {
        HttpResponse<byte[]> page = reader.get(article.key());

        assertThat(page.statusCode()).isEqualTo(article.deleted() ? 410 : 200);
        if (!article.deleted()) {
          assertThat(new String(page.body(), UTF_8)).contains(article.title(), article.marker());
        }
      }
      String site = world.urls().get(0).replaceAll("/feeds/.*", "");
      assertThat(reader.get(site + "/robots.txt").statusCode()).isEqualTo(200);
      assertThat(reader.get(site + "/feeds/99999").statusCode()).isEqualTo(404);
    }
  }

  private void assertConditional(
      FeedServer world, FeedTrouble trouble, String validator, String condition, int later)
      throws Exception {
    String url = feed(world, trouble).url();
    String value = reader.get(url).headers().firstValue(validator).orElseThrow();
    assertThat(reader.get(url, condition, value).statusCode()).as("same").isEqualTo(304);
    int known = articles(world, trouble).size();
    while (articles(world, trouble).size() == known) {
      world.step();
    }
    assertThat(reader.get(url, condition, value).statusCode()).as("changed").isEqualTo(later);
  }

  private Set<Integer> statuses(FeedTrouble trouble) throws Exception {
    Set<Integer> statuses = new HashSet<>();
    try (FeedServer world = FeedServer.start(1, TROUBLES, 1)) {
      for (int step = 0; step < 12; step++) {
        world.step();
        statuses.add(reader.get(feed(world, trouble).url()).statusCode());
      }
    }
    return statuses;
  }

  /** Ports differ from run to run, so addresses are left out. */
  private static List<List<String>> history(long seed) {
    try (FeedServer world = FeedServer.start(seed, TROUBLES, 2)) {
      steps(world, 20);
      return world.model().stream()
          .map(
              feed ->
                  feed.articles().stream()
                      .map(one -> one.title() + one.markers() + one.deleted())
                      .toList())
          .toList();
    }
  }

  private static void steps(FeedServer world, int steps) {
    for (int step = 0; step < steps; step++) {
      world.step();
    }
  }

  private static List<ModelArticle> articles(FeedServer world, FeedTrouble trouble) {
    return feed(world, trouble).articles();
  }

  private static ModelFeed feed(FeedServer world, FeedTrouble trouble) {
    Predicate<ModelFeed> has = feed -> feed.trouble() == trouble;
    return world.model().stream().filter(has).findFirst().orElseThrow();
  }
}
