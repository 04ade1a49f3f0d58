package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCharsetTest {

  private static final String BULGARIAN =
      "Новата метростанция посрещна първите пътници в понеделник сутринта. Строежът продължи пет"
          + " години и беше платен с европейски средства, съобщиха от общината.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1251 | Министрите обсъдиха новия закон за горите и решиха да отложат гласуването до следващата седмица, когато ще има повече депутати.
          windows-1251 | Сегодня утром в городе открылась выставка старинных карт, которую подготовили сотрудники местного музея и их друзья.
          KOI8-R | Сегодня утром в городе открылась выставка старинных карт, которую подготовили сотрудники местного музея и их друзья.
          windows-1252 | Der Bürgermeister erklärte, die Brücke über den Fluß müsse für größere Fahrzeuge gesperrt bleiben – „aus gutem Grund“.
          windows-1250 | Příští týden začne rekonstrukce mostu, řekl starosta; řidiči budou muset počítat s objížďkou přes sousední město – až do května.
          windows-1253 | Η κυβέρνηση ανακοίνωσε χθες νέα μέτρα για την προστασία των δασών και οι δήμαρχοι ζήτησαν περισσότερα χρήματα.
          windows-1254 | Belediye başkanı dün açılışta konuştu ve yeni köprünün şehir için çok önemli olduğunu söyledi, ardından öğrencilerle görüştü.
          windows-1255 | ראש העיר הודיע אתמול כי הספרייה החדשה תיפתח בשבוע הבא, והזמין את כל התושבים לבוא לחגיגה עם הילדים.
          windows-1256 | أعلن رئيس البلدية أمس أن المكتبة الجديدة سوف تفتح أبوابها في الأسبوع القادم ودعا السكان إلى زيارتها مع أطفالهم.
          Shift_JIS | 市長は昨日、新しい図書館が来週開館すると発表し、子どもたちと一緒に訪れるよう市民に呼びかけた。
          EUC-KR | 시장은 어제 새 도서관이 다음 주에 문을 연다고 발표하고 시민들에게 아이들과 함께 방문해 달라고 말했다.
          GB18030 | 市长昨天宣布，新图书馆将于下周开放，并邀请市民带着孩子们一起来参观，馆内有十万册图书。
          Big5 | 市長昨天宣布，新圖書館將於下週開放，並邀請市民帶著孩子們一起來參觀，館內有十萬冊圖書。
          """)
  void undeclaredTextIsReadRightly(String charset, String text) {
    TextCharset.Decoded decoded = TextCharset.decode(text.getBytes(Charset.forName(charset)));

    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.charset()).isEqualTo(charset);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,\uFEFF", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF", "UTF-32LE,\uFEFF"})
  void aByteOrderMarkDecides(String charset, String mark) {
    byte[] bytes = (mark + BULGARIAN).getBytes(Charset.forName(charset));

    TextCharset.Decoded decoded = TextCharset.decode(bytes, "ISO-8859-1");

    assertThat(decoded).isEqualTo(new TextCharset.Decoded(BULGARIAN, charset));
  }

  @Test
  void utf16WithoutAMarkIsSeen() {
    String text = "Plain words, as an old editor saved them.";

    TextCharset.Decoded decoded = TextCharset.decode(text.getBytes(StandardCharsets.UTF_16LE));

    assertThat(decoded).isEqualTo(new TextCharset.Decoded(text, "UTF-16LE"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "ISO-8859-1", "no-such-charset", "''"})
  void aLyingDeclarationIsNoticedInUtf8(String declared) {
    byte[] bytes = BULGARIAN.getBytes(StandardCharsets.UTF_8);

    assertThat(TextCharset.decode(bytes, declared).text()).isEqualTo(BULGARIAN);
  }

  @Test
  void aDeclarationOfUtf8IsNoticedToLie() {
    byte[] bytes = BULGARIAN.getBytes(Charset.forName("windows-1251"));

    TextCharset.Decoded decoded = TextCharset.decode(bytes, "UTF-8");

    assertThat(decoded).isEqualTo(new TextCharset.Decoded(BULGARIAN, "windows-1251"));
  }

  @Test
  void aTrueDeclarationHelpsWhereTooLittleTextIsThere() {
    byte[] bytes = "Да".getBytes(Charset.forName("windows-1251"));

    assertThat(TextCharset.decode(bytes, "windows-1251").text()).isEqualTo("Да");
  }

  @Test
  void aDamagedByteDoesNotTurnUtf8IntoSomethingElse() {
    byte[] bytes = BULGARIAN.getBytes(StandardCharsets.UTF_8);
    bytes[40] = (byte) 0xFF;

    TextCharset.Decoded decoded = TextCharset.decode(bytes);

    assertThat(decoded.charset()).isEqualTo("UTF-8");
    assertThat(decoded.text()).endsWith("съобщиха от общината.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideTextIsToldWithoutAMark(String charset) {
    String text = "Новият кей, the new quay, 新しい岸壁 😀 of the harbour was opened today.";

    TextCharset.Decoded decoded = TextCharset.decode(text.getBytes(Charset.forName(charset)));

    assertThat(decoded.charset()).isEqualTo(charset);
    assertThat(decoded.text()).isEqualTo(text);
  }
}
