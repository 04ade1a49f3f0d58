package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.Growth;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.name.NameSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkerTest {

  private static final Gazetteer GAZETTEER = new Gazetteer(Knowledge.load());

  private static final LanguageGuess RUSSIAN = new LanguageGuess("ru", 1);

  private final GazetteerRecognizer recognizer = new GazetteerRecognizer(GAZETTEER);
  private final Linker linker = new Linker(GAZETTEER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bg | Пристигна вчера в Астана. | geonames:1526273 | Астана",
        "ru | Самолёт прилетел в Прагу из города. | geonames:3067696 | Прага",
        "uk | Вони зустрілися у Києві. | geonames:703448 | Київ",
        "pl | Spotkali się w Krakowie. | geonames:3094802 | Kraków",
        "cs | Sešli se v Praze. | geonames:3067696 | Praha",
        "cs | Podle Spojených států je to nutné. | wikidata:Q30 | Spojené státy",
        "de | Ein Sprecher der Vereinigten Staaten sagte es. | wikidata:Q30 | Vereinigte Staaten",
        "tr | Bakan Ankara'da konuştu. | geonames:323786 | Ankara",
        "hu | A miniszter Moszkvában tárgyalt. | geonames:524901 | Moszkva",
        "ar | وصل الوزير إلى بيروت والصين | wikidata:Q148 | الصين",
        "he | השר נפגש בירושלים | geonames:281184 | ירושלים",
        "zh | 代表团访问哈萨克斯坦 | wikidata:Q232 | 哈萨克斯坦",
        "ko | 장관은 미국의 제안을 | wikidata:Q30 | 미국"
      })
  void linksInflectedNames(String language, String text, String id, String name) {
    List<NamedEntity> entities = tag(language, text);
    assertThat(entities)
        .filteredOn(entity -> id.equals(entity.id()))
        .singleElement()
        .satisfies(entity -> assertThat(entity.name()).isEqualTo(name));
  }

  @Test
  void formsOfAnUnknownPersonAreOneEntityAndTheSurnameAloneMeansIt() {
    String text = "Говорил Никодим Верещук. Потом Никодима Верещука спросили, и Верещуку поверили.";
    List<NameSpan> names =
        spans(text, EntityType.PERSON, "Никодим Верещук", "Никодима Верещука", "Верещуку");

    List<NamedEntity> entities =
        linker.link(Document.ofText(text), List.of(), names, new LanguageGuess("ru", 1));

    assertThat(entities).hasSize(1);
    assertThat(entities.get(0).name()).isEqualTo("Никодим Верещук");
    assertThat(entities.get(0).id()).isNull();
    assertThat(entities.get(0).mentions())
        .extracting(TextSpan::text)
        .containsExactly("Никодим Верещук", "Никодима Верещука", "Верещуку");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Storms hit Texas in the United States. Officials in Paris said so. | geonames:2988507",
        "Roads around Paris, Texas, were closed. Drivers from Dallas turned. | geonames:4717560",
        "The mayor of Paris opened a bridge. Guests from Lyon came. | geonames:2988507",
        "The talks in Georgia, held in Tbilisi, went on. | wikidata:Q230",
        "The talks in Georgia went on while Texas and Washington looked on. | wikidata:Q230",
        "The governor of Georgia came from Atlanta. Savannah and Dallas wait. | iso3166:US-GA",
        "Police in Birmingham met officers from London and Manchester. | geonames:2655603",
        "Police in Birmingham, Alabama, met officers from Montgomery. | geonames:4049979",
        "London, Ontario, builds a station with money from Canada. | geonames:6058560",
        "London, Ontario, builds a station. Trains from Windsor stop. | geonames:6058560",
        "London, Ontario, builds a station. | iso3166:CA-ON",
        "Melbourne, Perth and Hobart burn. In Victoria only Ballarat has rain. | iso3166:AU-VIC",
        "The leader of Canada flew from Toronto to London. | geonames:2643743",
        "San Jose voted. So did San Francisco and all of California. | geonames:5392171",
        "San Jose voted. So did the rest of Costa Rica. | geonames:3621849",
        "Cordoba waits. So does Buenos Aires, and all Argentina. | geonames:3860259",
        "Cordoba waits. So do Seville and Madrid, and all Spain. | geonames:2519240"
      })
  void otherNamesDecideAmongNamesakes(String text, String id) {
    assertThat(ids("en", text)).contains(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pt | O congresso reuniu-se em BRASÍLIA ontem. | BRASÍLIA | PLACE | geonames:3469058",
        "fr | L'armée aidera l'Otan cet été. | Otan | PLACE | wikidata:Q7184",
        "it | Il voto dell'Onu arriva domani. | Onu | ORGANIZATION | wikidata:Q1065",
        "pl | Mecz odbył się we Włoszech. | Włoszech | PLACE | wikidata:Q38",
        "ka | შეხვედრა ქუთაისში გაიმართა. | ქუთაისში | PLACE | geonames:613607",
        "vi | Tại cảng có nhiều tàu. | Tại | PLACE | -",
        "en | The fans of City sang all night. | City | PLACE | -",
        "it | Mio figlio Ali ha vinto. | Ali | ORGANIZATION | -"
      },
      nullValues = "-")
  void theLikeliestBearerOfANameIsMeant(
      String language, String text, String form, EntityType type, String id) {
    List<NameSpan> names = spans(text, type, form);

    List<NamedEntity> entities =
        linker.link(Document.ofText(text), List.of(), names, new LanguageGuess(language, 1));

    assertThat(entities).extracting(NamedEntity::id).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ps | استازی کندهار ته ورسېد. | کندهار",
        "zh-Hant | 股東看好台積電的前景。 | 台積電",
        "sr-Latn | Studenti su stigli u Parizu. | Pariz"
      })
  void anEntityIsShownInTheScriptAndTheSpellingOfTheArticle(
      String language, String text, String name) {
    assertThat(tag(language, text)).extracting(NamedEntity::name).containsExactly(name);
  }

  @Test
  void oneWordIsOnePlaceInADocumentUnlessAPersonBearsIt() {
    String text = "Jordan signed a deal. Later Jordan waited.";
    List<NameSpan> names =
        List.of(
            new NameSpan(TextSpan.of(text, 0, 6), EntityType.PLACE, 0.9),
            new NameSpan(TextSpan.of(text, 28, 34), EntityType.PERSON, 0.9));
    String other = "Jordan signed a deal. Jordan Cole waited. Jordan smiled.";
    List<NameSpan> otherNames =
        List.of(
            new NameSpan(TextSpan.of(other, 0, 6), EntityType.PLACE, 0.9),
            new NameSpan(TextSpan.of(other, 22, 33), EntityType.PERSON, 0.9),
            new NameSpan(TextSpan.of(other, 42, 48), EntityType.PERSON, 0.9));
    LanguageGuess english = new LanguageGuess("en", 1);

    assertThat(linker.link(Document.ofText(text), List.of(), names, english))
        .singleElement()
        .satisfies(
            entity -> {
              assertThat(entity.type()).isEqualTo(EntityType.PLACE);
              assertThat(entity.mentions()).hasSize(2);
            });
    assertThat(linker.link(Document.ofText(other), List.of(), otherNames, english))
        .filteredOn(entity -> entity.type() == EntityType.PLACE)
        .singleElement()
        .satisfies(entity -> assertThat(entity.mentions()).hasSize(1));
  }

  @Test
  void aDecisionThatTheTextSupportsScoresHigher() {
    assertThat(score("Police in Birmingham met officers from London and Manchester."))
        .isGreaterThan(score("Police in Birmingham met officers.") + 0.02);
  }

  private double score(String text) {
    return tag("en", text).stream()
        .filter(entity -> entity.name().equals("Birmingham"))
        .findFirst()
        .orElseThrow()
        .score();
  }

  @Test
  void aPersonIsNoPlaceOfThatName() {
    String text = "Washington wrote to his men. They were far from Washington.";
    List<NameSpan> names = new ArrayList<>(spans(text, EntityType.PERSON, "Washington"));
    int place = text.lastIndexOf("Washington");
    names.add(new NameSpan(TextSpan.of(text, place, place + 10), EntityType.PLACE, 0.9));

    List<NamedEntity> entities =
        linker.link(Document.ofText(text), List.of(), names, new LanguageGuess("en", 1));

    assertThat(entities)
        .extracting(entity -> entity.type() + " " + entity.id())
        .containsExactlyInAnyOrder("PERSON null", "PLACE geonames:4140963");
  }

  @ParameterizedTest
  @CsvSource({"0.95, ORGANIZATION null", "0.4, PLACE geonames:3128760"})
  void aClubIsTheCityOfItsNameOnlyWhereTheRecogniserIsInDoubt(double score, String expected) {
    String text = "Барселона победила.";
    NameSpan club = new NameSpan(TextSpan.of(text, 0, 9), EntityType.ORGANIZATION, score);

    assertThat(linker.link(Document.ofText(text), List.of(), List.of(club), RUSSIAN))
        .extracting(entity -> entity.type() + " " + entity.id())
        .containsExactly(expected);
  }

  @Test
  void anEventStaysOneAgainstATaggerThatIsSure() {
    String text = "След Брекзит цените се повишиха.";
    NameSpan name = new NameSpan(TextSpan.of(text, 5, 12), EntityType.PLACE, 0.95);

    assertThat(
            linker.link(
                Document.ofText(text), List.of(), List.of(name), new LanguageGuess("bg", 1)))
        .extracting(NamedEntity::type)
        .containsExactly(EntityType.EVENT);
  }

  @ParameterizedTest
  @CsvSource({"0.95, PRODUCT", "0.4, ORGANIZATION"})
  void whatANameIsHereTheRecogniserSaysAndWhatItMeansTheKnowledge(
      double score, EntityType expected) {
    String text = "Об этом пишет The Guardian.";
    NameSpan paper = new NameSpan(TextSpan.of(text, 14, 26), EntityType.PRODUCT, score);

    assertThat(linker.link(Document.ofText(text), List.of(), List.of(paper), RUSSIAN))
        .singleElement()
        .satisfies(entity -> assertThat(entity.type()).isEqualTo(expected))
        .satisfies(entity -> assertThat(entity.id()).isNotNull());
  }

  @Test
  void anAdjectiveThatOpensASentenceIsNotTheTownOfThatName() {
    String text = "Московский суд отложил заседание.";
    NameSpan name = new NameSpan(TextSpan.of(text, 0, 10), EntityType.PLACE, 0.9);

    assertThat(linker.link(Document.ofText(text), List.of(), List.of(name), RUSSIAN))
        .extracting(NamedEntity::id)
        .containsExactly("geonames:524901");
  }

  @Test
  void aNameWithACommaIsFoundAndNoOtherReachesAcrossOne() {
    assertThat(ids("bg", "Стартира инициативата „Един пояс, един път“ на Си Дзинпин."))
        .contains("dateline:concept/belt-and-road", "dateline:person/xi-jinping");
    assertThat(ids("en", "He met Boris, Johnson was away."))
        .doesNotContain("dateline:person/boris-johnson");
  }

  @Test
  void formsInTheTitleAndTheTextAreOneEntity() {
    Document document =
        new Document(null, "Прага чака гости", "Гостите идват в Прага утре.", null, List.of());
    LanguageGuess language = new LanguageGuess("bg", 1);
    List<NamedEntity> entities =
        linker.link(
            document,
            recognizer.recognize(document.title(), language),
            recognizer.recognize(document.text(), language),
            language);
    assertThat(entities).hasSize(1);
    assertThat(entities.get(0).titleMentions()).hasSize(1);
    assertThat(entities.get(0).mentions()).hasSize(1);
    assertThat(entities.get(0).englishName()).isEqualTo("Prague");
    assertThat(entities.get(0).coordinates()).isNotNull();
  }

  @Test
  void commonWordsAreNoNames() {
    assertThat(tag("en", "Nice weather. Reading is fun, and Mobile phones too.")).isEmpty();
    assertThat(tag("bg", "Това е така. Настоящият проект продължава.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sofia",
        "СОФИЯ И МОСКВА: ВСИЧКО С ГЛАВНИ БУКВИ В КИТАЙ",
        "👩‍👩‍👧 Sofia 🇧🇬 Берлин\u200B Па\u00ADриж x\uD83D",
        "\u200Fירושלים\u200F و\u200Fالصين",
        "漢字かな中国カナー・ไทย ខ្មែរ مرحبا",
        "Ankara \u0301 Bursa \u0640 İzmir"
      })
  void mentionsMatchTheTextToTheLetter(String text) {
    for (String language : List.of("bg", "ru", "en", "he", "zh", "tr", "und", "")) {
      for (NamedEntity entity : tag(language, text)) {
        for (TextSpan mention : entity.mentions()) {
          assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.text());
        }
      }
    }
  }

  @Test
  void hostileRepetitionTakesLinearTime() {
    for (String unit :
        List.of("Saint-", "United ", "Нью-Йорк ", "中", "ובתל ", "A.", "Republic of ", "'", "Х")) {
      Growth.assertLinear(unit, text -> tag("ru", text));
    }
  }

  private List<String> ids(String language, String text) {
    return tag(language, text).stream().map(entity -> String.valueOf(entity.id())).toList();
  }

  private List<NamedEntity> tag(String language, String text) {
    LanguageGuess guess = new LanguageGuess(language, 1);
    return linker.link(Document.ofText(text), List.of(), recognizer.recognize(text, guess), guess);
  }

  private static List<NameSpan> spans(String text, EntityType type, String... names) {
    List<NameSpan> spans = new ArrayList<>();
    int from = 0;
    for (String name : names) {
      int start = text.indexOf(name, from);
      from = start + name.length();
      spans.add(new NameSpan(TextSpan.of(text, start, from), type, 0.9));
    }
    return spans;
  }
}
