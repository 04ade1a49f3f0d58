package dev.dateline.enrich.topology;

import static dev.dateline.enrich.topology.WordTagger.POLITICS;
import static dev.dateline.enrich.topology.WordTagger.SPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.people.PersonLearning;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityCorrection;
import dev.dateline.schemas.EntityOrigin;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.TakedownLift;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichTopologyTest {

  private static final Instant NOW = Instant.parse("2025-03-02T12:00:00Z");

  private final MemoryRegistry registry = new MemoryRegistry();
  private final EnrichSerdes serdes = EnrichSerdes.of(registry);
  private final List<EnrichEvent> events = new ArrayList<>();
  private final Tally tally = new Tally(events::add);
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> articles;
  private TestOutputTopic<String, EnrichedArticle> enriched;
  private TestOutputTopic<String, EnrichedArticle> latest;
  private TestOutputTopic<String, DeadLetter> deadLetters;

  @BeforeEach
  void open(@TempDir Path state) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, EnrichTopology.APPLICATION);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    driver =
        new TopologyTestDriver(
            EnrichTopology.build(new WordTagger(), new PersonLearning(2), serdes, tally),
            config,
            NOW);
    articles =
        driver.createInputTopic(
            Topics.ARTICLE.name(), new ByteArraySerializer(), new ByteArraySerializer());
    enriched =
        driver.createOutputTopic(
            Topics.ENRICHED.name(), new StringDeserializer(), serdes.enriched().deserializer());
    latest =
        driver.createOutputTopic(
            Topics.LATEST.name(), new StringDeserializer(), serdes.enriched().deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTER.name(),
            new StringDeserializer(),
            serdes.deadLetter().deserializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void theTopologyIsTheOneThatWasAgreed() throws IOException {
    String expected = Files.readString(Path.of("src/test/resources/topology.txt"));

    assertThat(
            EnrichTopology.build(new WordTagger(), new PersonLearning(2), serdes, tally)
                .describe()
                .toString()
                .strip())
        .as("a changed topology may orphan the register of running installations: see README.md")
        .isEqualTo(expected.strip());
  }

  @Test
  void publishesTheFirstObservation() {
    Article article = article("a", "Sofia sport", 0);

    send(article);

    TestRecord<String, EnrichedArticle> record = enriched.readRecord();
    EnrichedArticle event = record.value();
    assertThat(record.key()).isEqualTo("a@1");
    assertThat(event.getRevision()).isEqualTo(1);
    assertThat(event.getChange()).isEqualTo(Change.CREATED);
    assertThat(event.getArticle()).isEqualTo(article);
    assertThat(event.getEnrichedAt()).isEqualTo(NOW);
    assertThat(event.getLanguage().getTag()).isEqualTo("en");
    assertThat(event.getTopics())
        .extracting(Topic::getCode)
        .containsExactly(SPORT, "medtop:20000822");
    assertThat(event.getKeyphrases()).containsExactly("phrase");
    assertThat(event.getFocus()).containsExactly("BG");
    assertThat(event.getDateline().getSource()).isEqualTo("BTA");
    assertThat(event.getTaggedBy().get(0).getStage()).isEqualTo("words");
    Entity entity = event.getEntities().get(0);
    assertThat(entity.getName()).isEqualTo("София");
    assertThat(entity.getLatitude()).isEqualTo(42.7);
    assertThat(entity.getMentions().get(0).getEnd()).isEqualTo(5);
    TestRecord<String, EnrichedArticle> newest = latest.readRecord();
    assertThat(newest.key()).isEqualTo("a");
    assertThat(newest.value()).isEqualTo(event);
    assertNothingMore();
  }

  @Test
  void learnsAPersonWhomSeveralPublishersName() {
    TestOutputTopic<String, EntityCorrection> entities =
        driver.createOutputTopic(
            Topics.ENTITY.name(), new StringDeserializer(), serdes.entity().deserializer());
    send(article("a", "Jana Nova said so", 0, "https://one.example/a"));
    send(article("b", "Jana Nova said so again", 1, "https://www.one.example/b"));
    meet();
    assertThat(entities.isEmpty()).isTrue();

    send(article("c", "JANA NOVA is here, too: Jana Nova", 2, "https://two.example/c"));
    meet();
    TestRecord<String, EntityCorrection> learnt = entities.readRecord();
    assertThat(learnt.key()).startsWith("dateline:person-").isEqualTo(learnt.value().getId());
    assertThat(learnt.value().getOrigin()).isEqualTo(EntityOrigin.STREAM);
    assertThat(learnt.value().getNames()).isEqualTo(Map.of("en", "Jana Nova"));

    send(article("d", "Jana Nova once more", 3, "https://three.example/d"));
    meet();
    assertThat(entities.isEmpty()).isTrue();
  }

  /** The driver does not lead the topic of sightings back by itself. */
  private void meet() {
    TestOutputTopic<byte[], byte[]> seen =
        driver.createOutputTopic(
            Topics.PERSON.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    seen.readRecordsToList()
        .forEach(
            record ->
                driver
                    .createInputTopic(
                        Topics.PERSON.name(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(record));
  }

  private static Article article(String id, String text, int minute, String url) {
    return Article.newBuilder(article(id, text, minute)).setUrl(url).build();
  }

  @Test
  void headersLetConsumersFilterWithoutDecoding() {
    send(article("a", "Sofia sport politics", 0));

    Headers headers = enriched.readRecord().headers();

    assertThat(header(headers, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(headers, "ce_id")).isEqualTo("a@1");
    assertThat(header(headers, "ce_source")).isEqualTo("/dateline/enrich");
    assertThat(header(headers, "ce_type")).isEqualTo("dev.dateline.article.enriched");
    assertThat(header(headers, "ce_time")).isEqualTo("2025-03-02T12:00:00Z");
    assertThat(header(headers, "ce_partitionkey")).isEqualTo("a");
    assertThat(header(headers, "ce_language")).isEqualTo("en");
    assertThat(header(headers, "ce_subjects")).isEqualTo(SPORT + "," + POLITICS);
    assertThat(header(headers, "ce_entities")).isEqualTo("geonames:727011");
    assertThat(headers.toArray()).allMatch(h -> h.key().matches("content-type|ce_[a-z0-9]+"));
    assertThat(header(latest.readRecord().headers(), "ce_id")).isEqualTo("a@1");
  }

  @Test
  void aRepeatPublishesNothing() {
    send(article("a", "one", 0));
    send(article("a", "one", 1));

    assertThat(enriched.readKeyValuesToList()).hasSize(1);
    assertThat(latest.readKeyValuesToList()).hasSize(1);
    assertThat(committed())
        .containsExactly(
            new EnrichEvent.Published(
                RecordKeys.origin(Topics.ARTICLE.name(), 0, 0), "a", 1, Change.CREATED),
            new EnrichEvent.Repeated(RecordKeys.origin(Topics.ARTICLE.name(), 0, 1)));
  }

  @Test
  void aRevisionReplacesTheLatest() {
    send(article("a", "one", 0));
    send(article("a", "two sport", 1));

    EnrichedArticle event = enriched.readKeyValuesToList().get(1).value;
    assertThat(event.getRevision()).isEqualTo(2);
    assertThat(event.getChange()).isEqualTo(Change.REVISED);
    assertThat(event.getChangedFields()).containsExactly("text");
    assertThat(latest.readKeyValuesToList().get(1).value).isEqualTo(event);
    assertThat(entry("a").getSubjects()).containsExactly(SPORT);
  }

  @Test
  void whatIsLateIsHistoryAndNotTheLatest() {
    send(article("a", "two", 10));
    latest.readValue();

    send(article("a", "one", 1));

    EnrichedArticle event = enriched.readKeyValuesToList().get(1).value;
    assertThat(event.getRevision()).isEqualTo(2);
    assertThat(event.getChange()).isEqualTo(Change.HISTORICAL);
    assertNothingMore();
  }

  @Test
  void aDeletionIsAnEventAndATombstone() {
    send(article("a", "one", 0));
    latest.readValue();

    send(deletion("a", 5));

    EnrichedArticle event = enriched.readKeyValuesToList().get(1).value;
    assertThat(event.getRevision()).isEqualTo(2);
    assertThat(event.getChange()).isEqualTo(Change.DELETED);
    assertThat(event.getLanguage()).isNull();
    assertThat(event.getTopics()).isEmpty();
    TestRecord<String, EnrichedArticle> newest = latest.readRecord();
    assertThat(newest.key()).isEqualTo("a");
    assertThat(newest.value()).isNull();
    send(deletion("a", 6));
    send(deletion("unknown", 7));
    assertNothingMore();
  }

  @Test
  void tellsTheReadersOfEachSubjectWhatHappenedInIt() {
    send(article("a", "sport", 0));
    send(article("a", "sport politics", 1));
    send(article("a", "politics", 2));
    send(article("a", "late sport", 0));
    send(article("a", "nothing", 3));
    send(article("a", "sport again", 4));
    send(deletion("a", 5));

    List<TestRecord<String, EnrichedArticle>> sport = subject("sport").readRecordsToList();
    assertThat(sport)
        .extracting(record -> record.value().getRevision() + " " + subjectChange(record))
        .containsExactly("1 entered", "2 updated", "3 left", "6 entered", "7 deleted");
    assertThat(sport).allMatch(record -> record.key().equals("a"));
    assertThat(sport.get(2).value().getTopics())
        .extracting(Topic::getCode)
        .containsExactly(POLITICS);
    assertThat(sport.get(4).value().getChange()).isEqualTo(Change.DELETED);
    assertThat(subject("politics").readRecordsToList())
        .extracting(record -> record.value().getRevision() + " " + subjectChange(record))
        .containsExactly("2 entered", "3 updated", "5 left");
    assertThat(latest.readRecord().headers().lastHeader("ce_subjectchange")).isNull();
  }

  @Test
  void aRepeatAndADeadLetterTellNoSubject() {
    send(article("a", "sport", 0));
    TestOutputTopic<String, EnrichedArticle> sport = subject("sport");
    sport.readValue();

    send(article("a", "sport", 1));
    send(article("a", "throw", 2));

    assertThat(sport.isEmpty()).isTrue();
  }

  @Test
  void everySubjectHasATopic() {
    assertThat(Subject.values())
        .extracting(Subject::slug)
        .containsExactlyElementsOf(Topics.SUBJECTS);
  }

  @Test
  void poisonBecomesOneDeadLetterEachAndTheStreamGoesOn() {
    byte[] valid = bytes(article("a", "one", 0));
    byte[] wrongMagic = valid.clone();
    wrongMagic[0] = 9;
    byte[] unknownSchema = valid.clone();
    unknownSchema[3] = 77;
    byte[] hugeLength = Arrays.copyOf(valid, 10);
    Arrays.fill(hugeLength, 5, 9, (byte) 0xff);
    List<byte[]> poison =
        Arrays.asList(
            new byte[0],
            "not avro".getBytes(UTF_8),
            wrongMagic,
            unknownSchema,
            Arrays.copyOf(valid, valid.length - 3),
            hugeLength,
            null);

    poison.forEach(value -> articles.pipeInput("a".getBytes(UTF_8), value));
    send(article("b", "still well", 0));

    List<DeadLetter> letters = new ArrayList<>();
    deadLetters.readRecordsToList().forEach(record -> letters.add(record.value()));
    assertThat(letters)
        .hasSameSizeAs(poison)
        .allSatisfy(
            letter -> {
              assertThat(letter.getCode()).isEqualTo(DeadLetterCode.UNDECODABLE.name());
              assertThat(letter.getStage()).isEqualTo("enrich.decode");
              assertThat(letter.getTopic()).isEqualTo("news.article.v1");
              assertThat(letter.getPartition()).isZero();
              assertThat(letter.getOrigin()).isEqualTo("news.article.v1-0@" + letter.getOffset());
              assertThat(new String(letter.getKey().array(), UTF_8)).isEqualTo("a");
            });
    assertThat(letters).extracting(DeadLetter::getOffset).doesNotHaveDuplicates();
    assertThat(letters.get(2).getPayload().array()).isEqualTo(wrongMagic);
    assertThat(enriched.readKeyValuesToList()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw", "overflow"})
  void aStageThatThrowsLeavesTheRegisterAsItWas(String failure) {
    send(article("a", "one", 0));
    RegisterEntry before = entry("a");
    enriched.readValue();
    latest.readValue();

    send(article("a", failure, 1));

    TestRecord<String, DeadLetter> record = deadLetters.readRecord();
    assertThat(record.key()).isEqualTo("news.article.v1-0@1");
    assertThat(record.value().getStage()).isEqualTo("enrich.tag");
    assertThat(record.value().getCode()).isEqualTo(DeadLetterCode.STAGE_FAILED.name());
    assertThat(record.value().getArticleId()).isEqualTo("a");
    assertThat(record.value().getSourceId()).isEqualTo("feed");
    assertThat(header(record.headers(), "ce_type")).isEqualTo("dev.dateline.deadletter");
    assertThat(entry("a")).isEqualTo(before);
    assertNothingMore();
    send(article("a", "two", 2));
    assertThat(enriched.readValue().getRevision()).isEqualTo(2);
  }

  @Test
  void whatFailsAgainAfterARedriveSaysHowOftenItWasRedriven() {
    Headers redriven = new RecordHeaders();
    CloudEvents.putRedrives(redriven, 2);

    articles.pipeInput(
        new TestRecord<>("a".getBytes(UTF_8), "no article".getBytes(UTF_8), redriven));
    articles.pipeInput("a".getBytes(UTF_8), "no article".getBytes(UTF_8));

    assertThat(deadLetters.readRecordsToList())
        .extracting(record -> CloudEvents.redrives(record.headers()))
        .containsExactly(2, 0);
  }

  @Test
  void whatGrowsTooLargeIsADeadLetterAndLeavesTheRegisterAsItWas() {
    send(article("a", "swell", 0));

    DeadLetter letter = deadLetters.readValue();
    assertThat(letter.getCode()).isEqualTo(DeadLetterCode.TOO_LARGE.name());
    assertThat(letter.getMessage()).contains("4194304");
    assertThat(entry("a")).isNull();
    assertNothingMore();
  }

  @Test
  void aKeyThatIsNotTheArticleIdIsRefused() {
    articles.pipeInput("b".getBytes(UTF_8), bytes(article("a", "one", 0)));
    articles.pipeInput(null, bytes(article("a", "one", 0)));

    assertThat(deadLetters.readValuesToList())
        .extracting(DeadLetter::getCode)
        .containsExactly("UNDECODABLE", "UNDECODABLE");
    assertNothingMore();
  }

  @Test
  void aRegistryThatIsAwayStopsTheStreamInsteadOfBuryingTheRecord() {
    byte[] value = bytes(article("a", "one", 0));
    value[4] = 99;
    registry.away = true;

    assertThatThrownBy(() -> articles.pipeInput("a".getBytes(UTF_8), value))
        .hasRootCauseInstanceOf(RegistryUnavailableException.class);
    assertNothingMore();
  }

  @Test
  void aTakedownMakesTombstonesOfAllRevisionsAndTellsTheReadersOfItsSubjects() {
    send(article("a", "sport", 0));
    send(article("a", "sport politics", 1));
    send(article("b", "sport", 1));

    takeDown("a");

    assertThat(enriched.readRecordsToList().stream().skip(3))
        .allSatisfy(
            record -> {
              assertThat(record.value()).isNull();
              assertThat(header(record.headers(), "ce_type"))
                  .isEqualTo("dev.dateline.article.taken-down");
            })
        .extracting(TestRecord::key)
        .containsExactly("a@1", "a@2");
    assertThat(latest.readRecordsToList().stream().skip(3))
        .singleElement()
        .satisfies(record -> assertThat(record.key()).isEqualTo("a"))
        .satisfies(record -> assertThat(record.value()).isNull());
    for (String slug : List.of("sport", "politics")) {
      List<TestRecord<String, EnrichedArticle>> records = subject(slug).readRecordsToList();
      TestRecord<String, EnrichedArticle> last = records.get(records.size() - 1);
      assertThat(last.key() + " " + subjectChange(last)).isEqualTo("a deleted");
      assertThat(last.value().getChange()).isEqualTo(Change.DELETED);
      assertThat(last.value().getArticle().getText()).isEmpty();
    }
    assertThat(entry("a").getFieldHashes()).isEmpty();
    assertThat(entry("a").getSources()).isEmpty();
  }

  @Test
  void nothingComesOfWhatWasTakenDown() {
    send(article("a", "sport", 0));
    takeDown("a");
    takeDown("unknown");
    enriched.readRecordsToList();
    latest.readRecordsToList();
    RegisterEntry bar = entry("a");
    events.clear();

    send(article("a", "sport", 0));
    send(article("a", "news of it", 1));
    send(deletion("a", 2));
    send(article("unknown", "seen later", 3));
    takeDown("a");

    assertNothingMore();
    assertThat(entry("a")).isEqualTo(bar);
    assertThat(committed().stream().skip(1))
        .hasSize(4)
        .allMatch(EnrichEvent.Barred.class::isInstance);
  }

  @Test
  void afterALiftAnArticleGoesOnWithItsNextRevision() {
    send(article("a", "sport", 0));
    takeDown("a");
    takeDown("unknown");
    enriched.readRecordsToList();
    latest.readRecordsToList();

    lift("a");
    lift("unknown");
    lift("never-taken-down");
    assertNothingMore();
    send(article("a", "sport", 120));
    send(article("unknown", "seen later", 121));

    assertThat(enriched.readRecordsToList())
        .extracting(TestRecord::key)
        .containsExactly("a@2", "unknown@1");
    assertThat(latest.readRecordsToList())
        .extracting(TestRecord::key)
        .containsExactly("a", "unknown");
    takeDown("a");
    assertThat(entry("a").getTakenDown()).isTrue();
  }

  private void takeDown(String id) {
    state(new Takedown(id, null, "a reason", NOW, null));
  }

  private void lift(String id) {
    state(new Takedown(id, null, "a reason", NOW, new TakedownLift("another", NOW)));
  }

  private void state(Takedown takedown) {
    driver
        .createInputTopic(
            Topics.TAKEDOWN.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            takedown.getId().getBytes(UTF_8),
            serdes.takedown().encode(Topics.TAKEDOWN.name(), takedown));
  }

  @Test
  void theLedgerCountsEachObservationOnceHoweverOftenItIsRedriven() {
    send(article("a", "one", 0));
    send(article("a", "one", 1));
    send(article("b", "throw", 2));
    takeDown("a");
    send(article("a", "two", 3));
    Headers from = new RecordHeaders();
    CloudEvents.put(from, "ce_source", CloudEvents.sourceOf("feed"));
    articles.pipeInput(new TestRecord<>("c".getBytes(UTF_8), new byte[] {9}, from));
    articles.pipeInput("d".getBytes(UTF_8), new byte[] {9});
    assertThat(ledger("feed")).isEqualTo(new Counts(5, 1, 1, 2, 1));
    assertThat(ledger("")).isEqualTo(new Counts(1, 0, 0, 1, 0));

    Headers redriven = new RecordHeaders();
    CloudEvents.putRedrives(redriven, 1);
    for (String text : List.of("mended", "throw")) {
      articles.pipeInput(
          new TestRecord<>("b".getBytes(UTF_8), bytes(article("b", text, 4)), redriven));
    }

    assertThat(ledger("feed")).isEqualTo(new Counts(5, 2, 1, 1, 1));
  }

  @Test
  void aPromotionMakesOneRevisionOfTheLatestHoweverOftenItComes() {
    send(article("a", "sport", 0));
    EnrichedArticle live = enriched.readValue();
    latest.readValue();
    EnrichedArticle anew =
        EnrichedArticle.newBuilder(live)
            .setTopics(List.of(new Topic(POLITICS, "politics", 0.9f, List.of())))
            .build();

    promote(anew);
    promote(anew);

    TestRecord<String, EnrichedArticle> record = enriched.readRecord();
    assertThat(record.key()).isEqualTo("a@2");
    assertThat(record.value().getChange()).isEqualTo(Change.REVISED);
    assertThat(record.value().getChangedFields()).isEmpty();
    assertThat(record.value().getTopics()).isEqualTo(anew.getTopics());
    assertThat(record.value().getArticle()).isEqualTo(live.getArticle());
    assertThat(latest.readValue()).isEqualTo(record.value());
    assertNothingMore();
    assertThat(entry("a").getSubjects()).containsExactly(POLITICS);
    assertThat(subject("sport").readRecordsToList())
        .extracting(EnrichTopologyTest::subjectChange)
        .containsExactly("entered", "left");
    assertThat(subject("politics").readRecordsToList())
        .extracting(EnrichTopologyTest::subjectChange)
        .containsExactly("entered");
    assertThat(ledger("feed")).isEqualTo(new Counts(3, 2, 1, 0, 0));
    send(article("a", "sport", 3));
    assertNothingMore();
  }

  @Test
  void aPromotionLeavesAloneWhatChangedWasDeletedOrTakenDownMeanwhile() {
    for (String id : List.of("changed", "deleted", "down")) {
      send(article(id, "one", 0));
    }
    List<EnrichedArticle> tagged = enriched.readValuesToList();
    send(article("changed", "two", 1));
    send(deletion("deleted", 1));
    takeDown("down");
    enriched.readRecordsToList();
    latest.readRecordsToList();

    tagged.forEach(this::promote);
    promote(EnrichedArticle.newBuilder(tagged.get(0)).setId("unknown").build());

    assertNothingMore();
  }

  private void promote(EnrichedArticle tagged) {
    driver
        .createInputTopic(
            Topics.PROMOTION.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            tagged.getId().getBytes(UTF_8),
            serdes.enriched().encode(Topics.PROMOTION.name(), tagged));
  }

  private Counts ledger(String source) {
    return driver.<String, Counts>getKeyValueStore(EnrichTopology.LEDGER).get(source);
  }

  @Test
  void whatIsNotCommittedIsNotTold() {
    send(article("a", "one", 0));

    tally.aborted();

    assertThat(committed()).isEmpty();
  }

  private TestOutputTopic<String, EnrichedArticle> subject(String slug) {
    return driver.createOutputTopic(
        Topics.subject(slug).name(), new StringDeserializer(), serdes.enriched().deserializer());
  }

  private static String subjectChange(TestRecord<String, EnrichedArticle> record) {
    return header(record.headers(), "ce_subjectchange");
  }

  private List<EnrichEvent> committed() {
    tally.committed();
    return events;
  }

  private void assertNothingMore() {
    assertThat(enriched.isEmpty()).as("enriched").isTrue();
    assertThat(latest.isEmpty()).as("latest").isTrue();
    assertThat(deadLetters.isEmpty()).as("dead letters").isTrue();
  }

  private RegisterEntry entry(String id) {
    return driver.<String, RegisterEntry>getKeyValueStore(EnrichTopology.REGISTER).get(id);
  }

  private void send(Article article) {
    articles.pipeInput(article.getId().getBytes(UTF_8), bytes(article));
  }

  private byte[] bytes(Article article) {
    return serdes.article().encode(Topics.ARTICLE.name(), article);
  }

  private static String header(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), UTF_8);
  }

  private static Article article(String id, String text, int minute) {
    return observation(id, text, minute).build();
  }

  private static Article deletion(String id, int minute) {
    return observation(id, "", minute).setEvent(ArticleEvent.DELETED).build();
  }

  private static Article.Builder observation(String id, String text, int minute) {
    return Article.newBuilder()
        .setId(id)
        .setTitle("Title")
        .setText(text)
        .setObservedAt(NOW.minusSeconds(3_600).plusSeconds(60L * minute))
        .setSource(Source.newBuilder().setId("feed").setKind("feed").build())
        .setProvenance(
            Provenance.newBuilder()
                .setLocation("feed.xml")
                .setMediaType("application/rss+xml")
                .setCharset("UTF-8")
                .setLength(9)
                .setSha256("00")
                .build());
  }
}
