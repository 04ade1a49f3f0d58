package dev.dateline.enrich.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole tagger on input that nobody would write, and on plain news. */
class FastTaggerTest {

  private static final FastTagger TAGGER = FastTagger.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n\t\u00A0\u3000",
        "Sofia",
        "a",
        "7",
        ".",
        "国",
        "PRESIDENT JOHN CARTER ARRIVED IN LONDON ON MONDAY TO MEET ANGELA MERKEL",
        "ПРЕЗИДЕНТЪТ ИВАН ПЕТРОВ ПРИСТИГНА В БРЮКСЕЛ ЗА СРЕЩА С ЕВРОПЕЙСКАТА КОМИСИЯ",
        "Иван Petrov от Вarna говори с Μαρία 田中 في القاهرة у Kyjevě",
        "👩‍👩‍👧 Иван Петров 🇧🇬 отиде в София 🚀\uD83D Пловдив\uDE00",
        "\u200Fנשיא המדינה יצחק הרצוג\u200F נפגש ב\u2067ירושלים\u2069",
        "\uFEFFИван\u200B Петров\u00AD от \u2066Ва\u200Dрна\u2069 \u202Eюилопдуп",
        "С\u200Bо\u200Bф\u200Bи\u200Bя е столица на Б\u00ADъл\u00ADга\u00ADрия.",
        "http://example.com/?q=%D0%A1%D0%BE #Sofia @ivan 12:30 3.14 €5 ½ ①",
        "a\u0301\u0301\u0301 \u0000\u0007\u001B[31m \uD800 \uDFFF \uFFFE \uFFFF",
        "(((((((((((((((((((( „„„„„„„„ \"\"\"\"\"\" ,,,,,, ------",
        "لا لا لا لا لا لا لا لا",
        "ﷺﷺﷺ ﬁﬁﬁ ǅǅ İİ ßẞ"
      })
  void everySpanMatchesTheTextToTheLetter(String text) {
    for (Document document : List.of(Document.ofText(text), titled(text))) {
      Tags tags = TAGGER.tag(document);
      assertThat(tags.subjectScores().values())
          .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
      assertThat(tags.entities())
          .allSatisfy(
              entity -> {
                assertThat(entity.name()).isNotBlank();
                assertThat(entity.score()).isBetween(0.0, 1.0);
                assertThat(entity.salience()).isBetween(0.0, 1.0);
                assertThat(entity.mentions())
                    .allSatisfy(span -> assertMatches(span, document.text()));
                assertThat(entity.titleMentions())
                    .allSatisfy(span -> assertMatches(span, document.title()));
              });
      assertThat(spans(tags).toList()).doesNotHaveDuplicates();
    }
  }

  @Test
  void textWithoutWordsHasNoTags() {
    Tags tags = TAGGER.tag(Document.ofText("… — 12 % ☂ 345 €"));
    assertThat(tags.language().tag()).isEqualTo("und");
    assertThat(tags.topics()).isEmpty();
    assertThat(tags.entities()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Иван ",
        "А",
        "\"",
        "国",
        "ก",
        "Иван-",
        "(„А ",
        "New York ",
        "\u200B",
        "👍",
        "a\n\n",
        "В.И.",
        "Sofia, ",
        "محمد "
      })
  void repetitionTakesWorkInProportionToItsLength(String unit) {
    Growth.assertLinear(unit, text -> TAGGER.tag(Document.ofText(text)));
  }

  @Test
  void fiveMegabytesAreTaggedToTheEnd() {
    String unit = "Президентът Иван Петров посети Пловдив. ";
    String text = unit.repeat(5_000_000 / unit.length()) + "Мария Иванова замина за Хелзинки.";
    assertThat(spans(TAGGER.tag(Document.ofText(text))).map(TextSpan::text)).contains("Хелзинки");
  }

  @Test
  void sameDocumentSameTags() {
    Document document =
        new Document(
            "https://news.example/sport/1",
            "Шампионът Иван Петров се върна във Варна",
            "Иван Петров спечели титлата в Белград. Петров благодари на треньора Георги Илиев.",
            null,
            List.of());
    assertThat(TAGGER.tag(document)).isEqualTo(TAGGER.tag(document));
  }

  @Test
  void aDateIsNoPlace() {
    Tags tags =
        TAGGER.tag(Document.ofText("The talks in Geneva will resume in March, on a Monday."));
    assertThat(spans(tags).map(TextSpan::text))
        .contains("Geneva")
        .doesNotContain("March", "Monday");
  }

  private static Document titled(String text) {
    return new Document("https://news.example/a", text, text + "\n\n" + text, "bg", List.of());
  }

  private static Stream<TextSpan> spans(Tags tags) {
    return tags.entities().stream().flatMap(entity -> entity.mentions().stream());
  }

  private static void assertMatches(TextSpan span, String text) {
    assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
  }
}
