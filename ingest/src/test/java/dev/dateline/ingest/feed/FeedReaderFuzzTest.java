package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dateline.ingest.text.CleanText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a feed is made of, reading it ends soon and gives a sound feed or says that it is none.
 */
class FeedReaderFuzzTest {

  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  @Timeout(30)
  @FuzzTest
  void read(byte[] bytes) {
    Feed feed;
    try {
      feed = FeedReader.read(bytes, null, "https://paper.example/feed");
    } catch (UnreadableFeedException e) {
      assertThat(e).message().endsWith(".");
      return;
    }
    assertThat(feed.items()).hasSizeLessThanOrEqualTo(bytes.length);
    assertThat(feed.items())
        .flatExtracting(FeedReaderFuzzTest::times)
        .allMatch(FeedReaderFuzzTest::isKnown);
    assertThat(feed.items())
        .flatExtracting(FeedReaderFuzzTest::texts)
        .allMatch(text -> text.equals(CleanText.literal(text)));
  }

  private static List<String> texts(FeedItem item) {
    return Stream.of(
            item.id(), item.url(), item.title(), item.author(), item.summary(), item.content())
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Instant> times(FeedItem item) {
    return Stream.of(item.published(), item.updated()).filter(Objects::nonNull).toList();
  }

  private static boolean isKnown(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }
}
