package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.FeedArticle;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.schemas.SourceItem;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ItemMemoryTest {

  private static final Extracted ITEM =
      new Extracted(FeedArticle.withdrawn("https://p.example/"), Origin.named("feed"));

  private final ItemMemory memory = new ItemMemory();

  private static SourceItem item(String article, String guid, String url, String content) {
    return SourceItem.newBuilder()
        .setArticleId(article)
        .setGuid(guid)
        .setUrl(url)
        .setContent(content)
        .setShape(0)
        .setSeenAt(Instant.EPOCH)
        .build();
  }

  private Sighting sighting(String guid, String url, String content, long shape) {
    return new Sighting(ITEM, url, guid, url, content, !content.startsWith("short"), shape);
  }

  @Test
  void theAddressCountsBeforeTheIdentifier() {
    memory.put(item("one", "g1", "https://p.example/1", "c1"));
    memory.put(item("two", "g2", "https://p.example/2", "c2"));
    assertThat(memory.find(sighting("g2", "https://p.example/1", "c9", 0)))
        .get()
        .extracting(SourceItem::getArticleId)
        .isEqualTo("one");
  }

  @Test
  void anIdentifierUnderOtherWordsIsAnotherItem() {
    memory.put(item("one", "g1", null, "c1"));
    assertThat(memory.find(sighting("g1", null, "c2", 0b111))).isPresent();
    assertThat(memory.find(sighting("g1", null, "c2", -1L))).isEmpty();
  }

  @Test
  void wordsAloneCountWhereTheyAreTelling() {
    memory.put(item("one", "g1", "https://p.example/1", "c1"));
    memory.put(item("two", "g2", "https://p.example/2", "short c2"));
    assertThat(memory.find(sighting("g9", "https://p.example/9", "c1", -1L))).isPresent();
    assertThat(memory.find(sighting("g9", "https://p.example/9", "short c2", -1L))).isEmpty();
  }

  @Test
  void whatIsReplacedOrForgottenIsFoundNoMore() {
    memory.put(item("one", "g1", "https://p.example/1", "c1"));
    memory.put(item("one", "g2", "https://p.example/2", "c2"));
    assertThat(memory.find(sighting("g1", "https://p.example/1", "c1", -1L))).isEmpty();
    assertThat(memory.items()).hasSize(1);
    memory.remove("one");
    assertThat(memory.find(sighting("g2", "https://p.example/2", "c2", 0))).isEmpty();
    assertThat(memory.items()).isEmpty();
  }
}
