package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

  @Test
  void aShortFirstLineOverAnEmptyLineIsTheHeadline() {
    ExtractedArticle article =
        Reading.article(
            "Мостът е отворен\r\n\r\nПърви абзац.\r\n\r\n\r\nВтори абзац.\r\n", "a.txt");

    assertThat(article.title()).isEqualTo("Мостът е отворен");
    assertThat(article.text()).isEqualTo("Първи абзац.\n\nВтори абзац.");
  }

  @Test
  void mojibakeIsRepairedButInLiteralText() {
    ExtractedArticle article = Reading.article("DÃ©putÃ©s\n\nLe dÃ©putÃ© â€“ Ã©lu hier.", "a.txt");
    ExtractedArticle line = Reading.article("{\"text\":\"Le dÃ©putÃ©.\"}", "a.jsonl");

    assertThat(article.title()).isEqualTo("Députés");
    assertThat(article.text()).isEqualTo("Le député – élu hier.");
    assertThat(line.text()).isEqualTo("Le dÃ©putÃ©.");
  }

  @Test
  void withoutAHeadlineTheFirstSentenceIsTheTitleAndTheTextStaysWhole() {
    String text =
        "/Вестник/ Мостът беше отворен в неделя. От него вече се вижда цялата река, а"
            + " хората я чакаха с години.\n\nВтори абзац с още думи.";

    ExtractedArticle article = Reading.article(text, "a.txt");

    assertThat(article.title()).isEqualTo("Мостът беше отворен в неделя.");
    assertThat(article.text()).isEqualTo(text);
    assertThat(article.publisher()).isEqualTo("Вестник");
  }

  @Test
  void aLongFirstSentenceIsCutBetweenWords() {
    String sentence = "This sentence about a bridge over a wide river goes on and on ".repeat(5);

    String title = Reading.article(sentence + ".", "a.txt").title();

    assertThat(title).hasSizeLessThan(125).endsWith("…");
    assertThat(sentence).startsWith(title.substring(0, title.length() - 1) + " ");
  }

  @Test
  void oneLongLineAParagraphIsTold() {
    String paragraph =
        "Words that fill a line until it is as long as a paragraph is. ".repeat(4).strip();

    assertThat(Reading.article(paragraph + "\n" + paragraph + " End.", "a.txt").text())
        .isEqualTo(paragraph + "\n\n" + paragraph + " End.");
  }

  @Test
  void wrappedLinesStayOneParagraph() {
    assertThat(Reading.article("A line that\nis wrapped where\nan editor did so.", "a").text())
        .isEqualTo("A line that\nis wrapped where\nan editor did so.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WARSAW (Vistula News) - The parliament     | Vistula News
          WARSAW, Poland (Vistula News) — The        | Vistula News
          RIO DE JANEIRO (Agência) -- O governo      | Agência
          Rio de Janeiro (Agência) – O governo       | Agência
          ΑΘΗΝΑ (Πρακτορείο) - Η κυβέρνηση           | Πρακτορείο
          西宁（高原新闻）- 望远镜                      | 高原新闻
          /Поглед/ Текстът                           | Поглед
          """)
  void datelinesNameThePublisher(String text, String publisher) {
    assertThat(LeadingDateline.of(text))
        .hasValueSatisfying(dateline -> assertThat(dateline.publisher()).isEqualTo(publisher));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/usr/bin is a folder",
        "The minister (a lawyer) - said",
        "He said so. Then (much later) - nothing",
        "(Vistula News) - text",
        "WARSAW (Vistula News) text without a dash"
      })
  void otherOpeningsAreNoDatelines(String text) {
    assertThat(LeadingDateline.of(text)).isEmpty();
  }
}
