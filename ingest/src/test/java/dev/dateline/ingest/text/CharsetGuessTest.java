package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

  /** In most of these, a few bytes only tell the charset. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1252 | Il treno è in orario e la stazione è aperta da ieri.
          windows-1252 | Le train va à Lille et revient à Calais le soir.
          windows-1252 | O comboio vai à praia e a viagem é parte do passeio.
          windows-1252 | The ticket costs £2 on weekdays and £3 on Sundays.
          windows-1252 | It was 20° at the station and 25° on the beach.
          windows-1252 | Lestin fór á réttum tíma og það þótti góð byrjun á deginum.
          windows-1252 | Juna lähtee tänään myöhään, eikä väärää lippua hyväksytä.
          windows-1252 | El tren salió tarde de Perú, según dijo «el jefe» de estación.
          windows-1252 | Toget kørte mod fjorden, og mændene blev hjemme.
          windows-1250 | Trenul oprește în gară.
          windows-1250 | Pociąg odjeżdża z nową załogą, a ludzie czekają na łódź.
          windows-1250 | Vlak kreće iz Šibenika, rekao je mladić s koferima.
          ISO-8859-2 | Vlak odide še pred polnočjo, je dejal šef postaje v žepni knjižici.
          ISO-8859-2 | Pociąg odjeżdża z nową załogą, a ludzie czekają na łódź.
          windows-1254 | Son tren gece yarısı istasyondan ayrıldı, yolcular şaşırdı.
          windows-1257 | Traukinys išvyko vėlai vakare, žmonės liko stotyje prie upės.
          windows-1257 | Vilciens devās ceļā vēlu vakarā, cilvēki palika stacijā.
          windows-1257 | Rong väljus hilja õhtul, ja tšehhid jäid maha, ütles jaamaülem.
          windows-1255 | הרכבת האחרונה יצאה בחצות מן התחנה
          KOI8-U | Потяг вирушив пізно ввечері, і її зустріли на станції.
          IBM850 | Der Zug fährt über die Brücke und hält für die Gäste später an der Mühle.
          x-MacRoman | Der Zug fährt über die Brücke und hält für die Gäste später an der Mühle.
          """)
  void fewLettersTellTheCharset(String charset, String text) {
    String written = charset.equals("windows-1250") ? text.replace('ș', 'ş') : text;

    TextCharset.Decoded decoded = TextCharset.decode(written.getBytes(Charset.forName(charset)));

    assertThat(decoded.text()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "รถไฟขบวนสุดท้ายออกตอนเที่ยงคืน และผู้โดยสารรออยู่ที่สถานี",
    "รถไฟมาถึงช้ากว่ากำหนดในวันจันทร์ นายสถานีกล่าวกับผู้สื่อข่าวว่าหัวรถจักรเสียระหว่างทาง",
  })
  void thaiIsToldByItsSyllables(String text) {
    TextCharset.Decoded decoded =
        TextCharset.decode(text.getBytes(Charset.forName("x-windows-874")));

    assertThat(decoded).isEqualTo(new TextCharset.Decoded(text, "windows-874"));
  }
}
