package dev.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Language;
import dev.dateline.schemas.json.ArticleFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ArticleStore} does. */
public abstract class ArticleStoreContract {

  private static final SinkPartition PARTITION =
      new SinkPartition("cluster", "topic-id", "group", "news.enriched.v1", 3);

  private ArticleStore store;
  private Claim claim;
  private long offset;

  /** A store that holds nothing. */
  protected abstract ArticleStore empty();

  @BeforeEach
  void begin() {
    store = empty();
    claim = store.claim(PARTITION);
  }

  @Test
  void givesBackEveryFieldOfAnEvent() {
    EnrichedArticle event = Articles.full("a", 1).build();

    write(event);

    StoredArticle stored = store.get("a").orElseThrow();
    assertThat(stored.latest().article()).isEqualTo(event);
    assertThat(stored.latest().storedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(stored.deleted()).isFalse();
    assertThat(stored.revisions()).containsExactly(stored.latest());
  }

  @Test
  void givesBackWhatIsAbsent() {
    EnrichedArticle event = Articles.plain("a", 1, "", "").setLanguage(null).build();

    write(event);

    assertThat(store.get("a").orElseThrow().latest().article()).isEqualTo(event);
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void beginsWhereTheClaimBeforeEnded() {
    assertThat(claim.nextOffset()).isEmpty();
    write(Articles.full("a", 1).build(), Articles.full("b", 1).build());

    Claim next = store.claim(PARTITION);

    assertThat(next.nextOffset()).isEqualTo(OptionalLong.of(2));
    assertThat(next.epoch()).isGreaterThan(claim.epoch());
  }

  @Test
  void partitionsOfOtherTopicsAndGroupsHaveTheirOwnOffsets() {
    write(Articles.full("a", 1).build());

    assertThat(
            store.claim(new SinkPartition("cluster", "made-again", "group", "t", 3)).nextOffset())
        .isEmpty();
    assertThat(store.claim(new SinkPartition("cluster", "topic-id", "other", "t", 3)).nextOffset())
        .isEmpty();
    assertThat(store.claim(new SinkPartition("cluster", "topic-id", "group", "t", 4)).nextOffset())
        .isEmpty();
  }

  @Test
  void aVoidClaimStoresNothing() {
    Claim successor = store.claim(PARTITION);

    WriteResult result = write(Articles.full("zombie", 1).build());

    assertThat(result).isEqualTo(new WriteResult.Fenced(PARTITION));
    assertThat(store.get("zombie")).isEmpty();
    assertThat(store.claim(PARTITION).nextOffset()).isEqualTo(successor.nextOffset());
  }

  @Test
  void oneVoidClaimKeepsTheWholeBatchOut() {
    Claim other = store.claim(new SinkPartition("cluster", "topic-id", "group", "t", 9));
    store.claim(PARTITION);

    WriteResult result =
        store.write(
            List.of(
                slice(other, 1, Articles.full("good", 1).build()),
                slice(claim, 1, Articles.full("zombie", 1).build())));

    assertThat(result).isEqualTo(new WriteResult.Fenced(PARTITION));
    assertThat(store.get("good")).isEmpty();
  }

  @Test
  void aSliceThatIsStoredAlreadyIsFencedUnderTheSameClaim() {
    Slice slice = slice(claim, 1, Articles.full("a", 1).build());
    store.write(List.of(slice));

    WriteResult again = store.write(List.of(slice));

    assertThat(again).isEqualTo(new WriteResult.Fenced(PARTITION));
  }

  @Test
  void offsetsMoveOverTransactionMarkers() {
    store.write(List.of(slice(claim, 7, Articles.full("a", 1).build())));
    store.write(List.of(slice(claim.advancedTo(7), 9)));

    assertThat(store.claim(PARTITION).nextOffset()).isEqualTo(OptionalLong.of(9));
  }

  @Test
  void aRevisionIsStoredOnce() {
    EnrichedArticle event = Articles.full("a", 1).build();
    WriteResult.Written first = written(write(event, event));

    WriteResult.Written second = written(write(event));

    assertThat(first.stored()).containsExactly(event);
    assertThat(first.duplicates()).isEqualTo(1);
    assertThat(second.stored()).isEmpty();
    assertThat(second.duplicates()).isEqualTo(1);
    assertThat(store.get("a").orElseThrow().revisions()).hasSize(1);
  }

  @Test
  void theNewestRevisionIsShownAndAllAreKept() {
    write(
        Articles.plain("a", 1, "one", "first").build(),
        Articles.plain("a", 2, "two", "second").build());
    write(Articles.plain("a", 3, "three", "third").build());

    StoredArticle stored = store.get("a").orElseThrow();

    assertThat(stored.latest().article().getRevision()).isEqualTo(3);
    assertThat(stored.revisions())
        .extracting(r -> r.article().getRevision())
        .containsExactly(1, 2, 3);
    assertThat(store.latest(10)).extracting(r -> r.article().getRevision()).containsExactly(3);
  }

  @Test
  void aHistoricalRevisionIsKeptAndNotShown() {
    write(Articles.plain("a", 1, "one", "first").build());
    write(Articles.plain("a", 2, "old", "late").setChange(Change.HISTORICAL).build());

    StoredArticle stored = store.get("a").orElseThrow();

    assertThat(stored.latest().article().getRevision()).isEqualTo(1);
    assertThat(stored.revisions()).hasSize(2);
  }

  @Test
  void aHistoricalRevisionIsShownWhileThereIsNoOther() {
    write(Articles.plain("a", 2, "old", "late").setChange(Change.HISTORICAL).build());
    assertThat(store.get("a").orElseThrow().latest().article().getRevision()).isEqualTo(2);

    write(Articles.plain("a", 1, "one", "first").build());

    assertThat(store.get("a").orElseThrow().latest().article().getRevision()).isEqualTo(1);
  }

  @Test
  void aDeletedArticleIsHiddenButCanBeAskedFor() {
    write(Articles.plain("a", 1, "Harbour reopens", "The harbour is open.").build());
    assertThat(found("harbour")).containsExactly("a");

    write(Articles.plain("a", 2, "", "").setChange(Change.DELETED).setLanguage(null).build());

    assertThat(store.get("a").orElseThrow().deleted()).isTrue();
    assertThat(store.get("a").orElseThrow().revisions()).hasSize(2);
    assertThat(store.latest(10)).isEmpty();
    assertThat(found("harbour")).isEmpty();
  }

  @Test
  void anArticleThatComesBackIsShownAgain() {
    write(Articles.plain("a", 1, "Harbour", "Open.").build());
    write(Articles.plain("a", 2, "", "").setChange(Change.DELETED).build());
    write(Articles.plain("a", 3, "Harbour", "Open again.").build());

    assertThat(store.get("a").orElseThrow().deleted()).isFalse();
    assertThat(found("harbour")).containsExactly("a");
  }

  @Test
  void aTombstoneRemovesItsRevision() {
    write(Articles.full("a", 1).build(), Articles.full("a", 2).build());

    WriteResult result =
        writeRows(new Row.Removal(origin(), "a", 2), new Row.Removal(origin(), "x", 1));

    assertThat(written(result).removed()).isEqualTo(1);
    assertThat(written(result).duplicates()).isEqualTo(1);
    assertThat(store.get("a").orElseThrow().latest().article().getRevision()).isEqualTo(1);
    writeRows(new Row.Removal(origin(), "a", 1));
    assertThat(store.get("a")).isEmpty();
    assertThat(found("Китай")).isEmpty();
  }

  @Test
  void aTombstoneIsObeyedAfterItsRevisionInTheSameBatch() {
    EnrichedArticle event = Articles.full("a", 1).build();

    writeRows(new Row.Revision(origin(), event), new Row.Removal(origin(), "a", 1));

    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void aTombstoneLeavesNoRowOfTheArticle() {
    EnrichedArticle refused = Articles.refused("a");
    Origin key = new Origin(PARTITION.topic(), 3, 5, "a@7".getBytes(UTF_8), new byte[] {1});
    offset = 6;
    writeRows(new Row.Revision(key, refused));
    write(Articles.full("a", 2).build(), Articles.full("other", 1).build());
    found("Китай");
    assertThat(store.rows("a"))
        .containsOnlyKeys(
            "article",
            "article_revision",
            "revision_topic",
            "revision_entity",
            "article_search",
            "dead_letter_outbox");

    writeRows(new Row.Removal(origin(), "a", 2), new Row.Removal(origin(), "a", 7));

    assertThat(store.rows("a")).isEmpty();
    assertThat(store.rows("other")).isNotEmpty();
    assertThat(store.rows("o")).isEmpty();
  }

  @Test
  void refusedRowsBecomeOneDeadLetterEachAndTheOthersAreStored() throws Exception {
    List<EnrichedArticle> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(i % 13 == 5 ? Articles.refused("bad" + i) : Articles.full("good" + i, 1).build());
    }

    WriteResult.Written result = written(write(events.toArray(EnrichedArticle[]::new)));

    assertThat(result.stored()).hasSize(37);
    assertThat(result.dead())
        .extracting(DeadLetter::getArticleId)
        .containsExactly("bad5", "bad18", "bad31");
    assertThat(store.get("good39")).isPresent();
    assertThat(store.get("bad5")).isEmpty();
    DeadLetter letter = relayed().get(0);
    assertThat(letter.getOrigin()).isEqualTo("news.enriched.v1-3@5");
    assertThat(letter.getCode()).isEqualTo(DeadLetterCode.REFUSED.name());
    assertThat(letter.getStage()).isEqualTo("sink.store");
    assertThat(letter.getPayload().array()).isEqualTo("value5".getBytes(UTF_8));
    assertThat(letter.getPayloadLength()).isEqualTo(6);
    assertThat(letter.getMessage()).contains("22021").doesNotContain("before");
  }

  @Test
  void whatWasRefusedIsStoredOnceWhenItIsRedriven() throws Exception {
    Row.Revision bad = new Row.Revision(origin(), Articles.refused("a"));
    Row.Revision worse = new Row.Revision(origin(), Articles.refused("b"));
    writeRows(bad, worse);
    write(Articles.full("there", 1).build());
    Row.Revision mended = new Row.Revision(bad.origin(), Articles.full("a", 1).build());
    Row.Revision there = new Row.Revision(origin(), Articles.full("there", 1).build());

    List<Optional<String>> refusals = store.redrive(List.of(mended, worse, there));

    assertThat(refusals.get(0)).isEmpty();
    assertThat(refusals.get(1)).get().asString().contains("22021");
    assertThat(refusals.get(2)).isEmpty();
    assertThat(store.get("a").orElseThrow().revisions()).hasSize(1);
    assertThat(store.get("b")).isEmpty();
    assertThat(store.redrive(List.of(mended))).containsExactly(Optional.empty());
    assertThat(store.get("a").orElseThrow().revisions()).hasSize(1);
    assertThat(relayed()).extracting(DeadLetter::getArticleId).containsExactly("b");
  }

  @Test
  void aRedriveBringsNothingBackThatATombstoneRemoved() {
    writeRows(new Row.Removal(origin(), "a", 1));
    Row.Revision late = new Row.Revision(origin(), Articles.full("a", 1).build());

    assertThat(store.redrive(List.of(late))).containsExactly(Optional.empty());

    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void theLedgerCountsWhatBecameOfEachRecordInItsTransaction() throws Exception {
    Row.Revision refused = new Row.Revision(origin(), Articles.refused("bad"));
    writeRows(refused, new Row.Revision(origin(), Articles.full("a", 1).build()));
    write(Articles.full("a", 1).build(), Articles.full("b", 1).build());
    writeRows(new Row.Removal(origin(), "b", 1), new Row.Removal(origin(), "unknown", 1));
    String source = Articles.full("a", 1).build().getArticle().getSource().getId();
    String other = Articles.refused("bad").getArticle().getSource().getId();
    assertThat(other).isEqualTo(source);
    assertThat(store.ledger()).containsExactly(Map.entry(source, new Counts(4, 1, 1, 1, 1)));

    store.redrive(List.of(new Row.Revision(refused.origin(), Articles.full("bad", 1).build())));
    store.redrive(List.of(new Row.Revision(refused.origin(), Articles.full("bad", 1).build())));
    assertThat(store.ledger()).containsExactly(Map.entry(source, new Counts(4, 2, 1, 0, 1)));

    store.claim(PARTITION);
    assertThat(write(Articles.full("c", 1).build())).isInstanceOf(WriteResult.Fenced.class);
    assertThat(store.ledger()).containsExactly(Map.entry(source, new Counts(4, 2, 1, 0, 1)));
    assertThat(store.offsets("topic-id")).containsExactly(Map.entry(3, 6L));
    assertThat(store.offsets("another")).isEmpty();
  }

  @Test
  void aPartitionThatIsReadAgainBringsNothingBackAndCountsItOnce() {
    EnrichedArticle event = Articles.full("a", 1).build();
    String source = event.getArticle().getSource().getId();
    List<Row> records =
        List.of(new Row.Revision(origin(), event), new Row.Removal(origin(), "a", 1));
    writeRows(records.get(0));
    writeRows(records.get(1));
    assertThat(store.ledger()).containsExactly(Map.entry(source, new Counts(1, 0, 0, 0, 1)));

    writeRows(records.get(0));

    assertThat(store.get("a")).isEmpty();
    writeRows(records.get(1));
    assertThat(store.ledger()).containsExactly(Map.entry(source, new Counts(2, 0, 1, 0, 1)));
  }

  @Test
  void aTombstoneThatIsRedrivenIsCountedAsADeletion() {
    EnrichedArticle event = Articles.full("a", 1).build();
    write(event);

    assertThat(store.redrive(List.of(new Row.Removal(origin(), "a", 1))))
        .containsExactly(Optional.empty());

    assertThat(store.get("a")).isEmpty();
    assertThat(store.ledger())
        .containsExactly(
            Map.entry(event.getArticle().getSource().getId(), new Counts(1, 0, 0, 0, 1)));
  }

  @Test
  void everyPlaceWhereAnEventMayBeBadIsRefusedAlone() {
    String endless = "x".repeat(100_000);
    List<EnrichedArticle> bad =
        List.of(
            Articles.plain("nul\0", 1, "t", "id").build(),
            Articles.plain("", 1, "t", "no id").build(),
            Articles.plain("zero", 0, "t", "no revision").build(),
            Articles.plain("k", 1, "t", "x").setKeyphrases(List.of("a\0b")).build(),
            Articles.plain("l", 1, "t", "x").setLanguage(new Language("e\0", 1f)).build(),
            Articles.plain("year", 1, "t", "x")
                .setEnrichedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                .build(),
            Articles.plain(random(endless), 1, "t", "an id too long for an index").build());

    WriteResult.Written result = written(write(bad.toArray(EnrichedArticle[]::new)));

    assertThat(result.dead()).hasSize(bad.size());
    assertThat(result.stored()).isEmpty();
    assertThat(result.duplicates()).isZero();
  }

  /** Does not compress, so that no index takes it. */
  private static String random(String like) {
    StringBuilder text = new StringBuilder();
    new Random(7).ints(like.length(), 0x4e00, 0x9fa5).forEach(text::appendCodePoint);
    return text.toString();
  }

  @Test
  void aRefusedRowThatIsReadAgainMakesNoSecondLetter() throws Exception {
    write(Articles.refused("bad"));
    assertThat(relayed()).hasSize(1);
    Claim fromTheStart = store.claim(new SinkPartition("cluster", "topic-id", "rebuild", "t", 3));

    WriteResult again = store.write(List.of(slice(fromTheStart, 1, Articles.refused("bad"))));

    assertThat(written(again).dead()).isEmpty();
    assertThat(written(again).duplicates()).isEqualTo(1);
    assertThat(relayed()).isEmpty();
  }

  @Test
  void unreadableRecordsGoToTheOutbox() throws Exception {
    Origin origin = origin();
    DeadLetter letter = DeadRows.undecodable(origin, "magic byte is 1", Instant.ofEpochSecond(5));

    WriteResult.Written result = written(writeRows(new Row.Dead(origin, letter)));

    assertThat(result.dead()).containsExactly(letter);
    assertThat(relayed()).containsExactly(letter);
  }

  @Test
  void lettersWaitUntilTheirPublicationIsCertain() throws Exception {
    write(Articles.refused("bad"));

    assertThatThrownBy(
            () ->
                store
                    .outbox()
                    .relay(
                        10,
                        letters -> {
                          throw new IllegalStateException("broker gone");
                        }))
        .hasMessage("broker gone");

    assertThat(relayed()).hasSize(1);
    assertThat(relayed()).isEmpty();
  }

  @Test
  void twoRelaysAtOnceDoNotPublishTheSameLetters() throws Exception {
    write(Articles.refused("bad1"), Articles.refused("bad2"), Articles.refused("bad3"));
    List<String> inner = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    Runnable other = () -> relayInto(inner);

    store
        .outbox()
        .relay(
            2,
            letters -> {
              letters.forEach(letter -> outer.add(letter.getArticleId()));
              CompletableFuture.runAsync(other).join();
            });

    assertThat(outer).hasSize(2);
    assertThat(inner).hasSize(1).doesNotContainAnyElementsOf(outer);
  }

  private void relayInto(List<String> ids) {
    try {
      store.outbox().relay(10, letters -> letters.forEach(l -> ids.add(l.getArticleId())));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void relayedLettersAreForgottenAfterAWhile() throws Exception {
    write(Articles.refused("bad1"), Articles.refused("bad2"));
    store.outbox().relay(1, letters -> {});

    assertThat(store.outbox().forget(Duration.ofHours(1))).isZero();
    assertThat(store.outbox().forget(Duration.ZERO)).isEqualTo(1);
    assertThat(relayed()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "harbour, en",
    "HARBOUR -bridge, en",
    "'\"old harbour\"', en",
    "harb*, en",
    "железопътен, bg",
    "ЖЕЛЕЗОПЪТЕН, bg",
    "china, bg",
    "北京, zh",
    "习近平, zh",
    "東京, ja",
    "รัฐบาล, th",
    "दिल्ली, hi",
    "القاهرة, ar",
  })
  void findsWordsInManyScripts(String query, String id) {
    write(
        Articles.plain("en", 1, "Storm", "The old harbour was closed.").build(),
        Articles.plain("bridge", 1, "Storm", "The bridge at the new harbour; bridge.").build(),
        Articles.full("bg", 1).build(),
        Articles.plain("zh", 1, "会谈", "国家主席习近平在北京会见来宾。").build(),
        Articles.plain("ja", 1, "会議", "会議は東京で開かれた。").build(),
        Articles.plain("th", 1, "ข่าว", "วันนี้รัฐบาลประกาศนโยบายใหม่").build(),
        Articles.plain("hi", 1, "समाचार", "बैठक नई दिल्ली में हुई।").build(),
        Articles.plain("ar", 1, "خبر", "عقد الاجتماع في القاهرة اليوم.").build());

    assertThat(found(query)).contains(id);
    assertThat(found(query)).isSubsetOf(id, "bridge");
    assertThat(store.search(query, ArticleFilter.ALL, 1).get(0).rank()).isPositive();
  }

  @Test
  void ranksTitlesBeforeTextsAndShowsWhy() {
    write(
        Articles.plain("text", 1, "News", "Somewhere a glacier moved.").build(),
        Articles.plain("title", 1, "Glacier moves", "It moved.").build());

    List<SearchHit> hits = store.search("glacier", ArticleFilter.ALL, 10);

    assertThat(hits)
        .extracting(hit -> hit.revision().article().getId())
        .containsExactly("title", "text");
    var snippet = hits.get(1).snippet();
    var highlight = snippet.highlights().get(0);
    assertThat(snippet.text().substring(highlight.start(), highlight.end())).isEqualTo("glacier");
  }

  @Test
  void anythingTypedIsAQuery() {
    write(Articles.full("a", 1).build());

    for (String typed :
        List.of("'", "\\", "& | ! <->", "a:*'", "-", "\"", "or", "((", "\0", "💥", "-Китай")) {
      assertThat(store.search(typed, ArticleFilter.ALL, 5)).hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bg,,",
    "BG,,",
    "b,,",
    ",politics,",
    ",Politics and government,",
    ",medtop:04000000,",
    ",11000000,",
    ",sport,",
    ",,wikidata:q148",
    ",,china",
    ",,КИТАЙ",
    ",,wikidata:Q1",
    "bg,economy,wikidata:Q148",
    "en,economy,wikidata:Q148",
  })
  void filtersAsEveryReaderDoes(String language, String topic, String entity) {
    ArticleFilter filter = new ArticleFilter(list(language), list(topic), list(entity));
    EnrichedArticle tagged = Articles.full("a", 1).build();
    EnrichedArticle plain = Articles.plain("b", 1, "Plain", "Китай").build();
    write(tagged, plain);

    List<String> expected =
        Stream.of(tagged, plain).filter(filter).map(EnrichedArticle::getId).toList();

    assertThat(store.search("", filter, 10))
        .extracting(hit -> hit.revision().article().getId())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(store.search("Китай", filter, 10))
        .extracting(hit -> hit.revision().article().getId())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> list(String word) {
    return word == null ? List.of() : List.of(word);
  }

  @Test
  void searchSeesTheNewestRevision() {
    write(Articles.plain("a", 1, "First", "walnut").build());
    assertThat(found("walnut")).containsExactly("a");

    write(Articles.plain("a", 2, "Second", "hazel").build());

    assertThat(found("walnut")).isEmpty();
    assertThat(found("hazel")).containsExactly("a");
  }

  @Test
  void latestComesNewestFirstAndEndsAtTheLimit() {
    for (int i = 1; i <= 5; i++) {
      write(
          Articles.plain("a" + i, 1, "t", "x")
              .setEnrichedAt(Instant.ofEpochSecond(1000 + i))
              .build());
    }

    assertThat(store.latest(3))
        .extracting(r -> r.article().getId())
        .containsExactly("a5", "a4", "a3");
  }

  @Test
  void aVeryLongTextIsStoredAndFound() {
    String text = "needle " + "слово дума текст ".repeat(200_000);

    write(Articles.plain("long", 1, "Long", text).build());

    assertThat(found("needle")).containsExactly("long");
  }

  private List<String> found(String query) {
    return store.search(query, ArticleFilter.ALL, 20).stream()
        .map(hit -> hit.revision().article().getId())
        .toList();
  }

  private List<DeadLetter> relayed() throws InterruptedException {
    List<DeadLetter> letters = new ArrayList<>();
    store.outbox().relay(100, letters::addAll);
    return letters;
  }

  private Origin origin() {
    long at = offset++;
    return new Origin(
        PARTITION.topic(), 3, at, ("key" + at).getBytes(UTF_8), ("value" + at).getBytes(UTF_8));
  }

  private WriteResult write(EnrichedArticle... events) {
    Row[] rows = new Row[events.length];
    for (int i = 0; i < events.length; i++) {
      rows[i] = new Row.Revision(origin(), events[i]);
    }
    return writeRows(rows);
  }

  private WriteResult writeRows(Row... rows) {
    WriteResult result = store.write(List.of(new Slice(claim, offset, List.of(rows))));
    claim = claim.advancedTo(offset);
    return result;
  }

  private Slice slice(Claim of, long nextOffset, EnrichedArticle... events) {
    offset = 0;
    List<Row> rows = new ArrayList<>();
    for (EnrichedArticle event : events) {
      rows.add(new Row.Revision(origin(), event));
    }
    return new Slice(of, nextOffset, rows);
  }

  private static WriteResult.Written written(WriteResult result) {
    assertThat(result).isInstanceOf(WriteResult.Written.class);
    return (WriteResult.Written) result;
  }
}
