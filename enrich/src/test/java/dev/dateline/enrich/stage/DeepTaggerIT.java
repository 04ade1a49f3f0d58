package dev.dateline.enrich.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.enrich.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The deep tagger on the real encoder. Runs where {@code -Ddateline.models=DIR} names the folder in
 * which {@code dateline model fetch} has put it: {@code DATA/models}.
 */
class DeepTaggerIT {

  private static final String TITLE = "Кметът на Варна откри новото пристанище";

  private static final String LEAD =
      "Кметът на Варна Иван Портних откри новото пристанище заедно с министъра на транспорта."
          + " На церемонията дойдоха и гости от Букурещ, съобщи пристанищната администрация.";

  private static DeepTagger tagger;

  @BeforeAll
  static void open() {
    String models = System.getProperty("dateline.models", "");
    if (models.isEmpty()) {
      String message =
          "NOT TESTED: the deep tagger on its real model. Run 'dateline model fetch', then mvn"
              + " verify -Ddateline.models=DIR with the folder models/ of the data folder.";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.err.println(message);
      Assumptions.abort(message);
    }
    tagger = DeepTagger.load(Path.of(models), 2, Knowledge.load());
  }

  @AfterAll
  static void close() {
    if (tagger != null) {
      tagger.close();
    }
  }

  private static Document document(String title, String text) {
    return new Document(null, title, text, null, List.of());
  }

  @Test
  void findsPeopleAndPlacesAndSaysWhoFoundThem() {
    Tags tags = tagger.tag(document(TITLE, LEAD));

    assertThat(tags.language().tag()).isEqualTo("bg");
    assertThat(tags.entities())
        .extracting(NamedEntity::type, NamedEntity::name)
        .contains(
            tuple(EntityType.PERSON, "Иван Портних"),
            tuple(EntityType.PLACE, "Варна"),
            tuple(EntityType.PLACE, "Букурещ"));
    assertThat(tags.taggedBy()).contains(new StageVersion("names", "deep-1+256"));
    assertThat(tags.taggedBy()).doesNotContain(FastTagger.NAMES);
  }

  @Test
  void aSportsReportIsOfSport() {
    Tags tags =
        tagger.tag(
            document(
                "Нефтохимик спечели купата по волейбол",
                "Волейболистите победиха в петия гейм пред пълна зала. Треньорът похвали"
                    + " разпределителя, а капитанът вдигна трофея."));

    assertThat(tags.topics().get(0).code()).isEqualTo("medtop:15000000");
  }

  @Test
  void whereManyWaitTheBodyIsLeftToTheFastTagger() {
    String body = LEAD + ("\n\n" + LEAD).repeat(20);
    Document document = document(TITLE, body);

    Tags tags = tagger.tag(document, 10_000);

    assertThat(tags.taggedBy()).contains(new StageVersion("names", "deep-1+64"), FastTagger.NAMES);
    List<TextSpan> varna =
        tags.entities().stream()
            .filter(entity -> entity.name().equals("Варна"))
            .findFirst()
            .orElseThrow()
            .mentions();
    assertThat(varna.get(varna.size() - 1).start()).isGreaterThan(body.length() - LEAD.length());
  }

  @Test
  void aLanguageThatItIsNoBetterForIsLeftToTheFastTagger() {
    Tags tags = tagger.tag(Document.ofText("12 34 56 !!!"));

    assertThat(tags.taggedBy()).contains(FastTagger.NAMES, FastTagger.TOPICS);
    assertThat(tags.taggedBy()).noneMatch(version -> version.version().startsWith("deep"));
  }

  @Test
  void theSameDocumentGivesTheSameTagsOnEveryThread() {
    Document document = document(TITLE, LEAD);
    Tags alone = tagger.tag(document);

    List<CompletableFuture<Tags>> together =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> tagger.tag(document)))
            .toList();

    assertThat(together).allSatisfy(tags -> assertThat(tags.join()).isEqualTo(alone));
  }

  static List<String> hostile() {
    return List.of(
        "",
        "дума",
        " \u200B\u200E ",
        LEAD.toUpperCase(Locale.ROOT),
        "Сοфия и Ѕоfia 😀 в 北京 на Иван\u200DПетров \uD83D край",
        "а".repeat(5_000_000),
        "Иван ".repeat(400_000),
        "ИВАН.".repeat(200_000),
        ("е" + "\u0301".repeat(3_000) + " ").repeat(100) + LEAD);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void offsetsMatchTheTextWhateverItIs(String text) {
    Tags tags = tagger.tag(document(text.length() < 1_000 ? text : "", text));

    List<TextSpan> spans = new ArrayList<>();
    tags.entities().forEach(entity -> spans.addAll(entity.mentions()));
    assertThat(spans)
        .allSatisfy(
            span -> assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text()));
  }
}
