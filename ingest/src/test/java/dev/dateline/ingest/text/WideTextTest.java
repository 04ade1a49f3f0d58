package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Утром на станции было тихо",
        "Το πλοίο έφυγε αργά το βράδυ",
        "הרכבת האחרונה יצאה בחצות",
        "غادر القطار الأخير عند منتصف الليل",
        "รถไฟขบวนสุดท้ายออกตอนเที่ยงคืน",
        "終電は駅を静かに出発した。",
        "末班列车在午夜准时离开车站。",
        "마지막 기차가 자정에 떠났다.",
        "आखिरी रेलगाड़ी आधी रात को गई",
      })
  void everyScriptIsToldInBothOrders(String text) {
    Stream.of("UTF-16BE", "UTF-16LE")
        .forEach(
            charset -> {
              byte[] bytes = text.getBytes(Charset.forName(charset));

              assertThat(TextCharset.decode(bytes))
                  .isEqualTo(new TextCharset.Decoded(text, charset));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "KOI8-R", "IBM866"})
  void otherCharsetsAreNotWide(String charset) {
    String text = "Утром на станции было тихо, и поезд ушёл вовремя.\u0000\u0001 ";

    assertThat(WideText.unmarked(text.getBytes(Charset.forName(charset)))).isNull();
  }

  @Test
  void plainTextWithStrayControlCharactersIsNotWide() {
    String text = "It was quiet at the station,\b\u0001 and the train left on time. ";

    assertThat(WideText.unmarked(text.getBytes(StandardCharsets.US_ASCII))).isNull();
  }

  @Test
  void noiseIsNotWide() {
    byte[] noise = new byte[400];
    new Random(5).nextBytes(noise);

    assertThat(WideText.unmarked(noise)).isNull();
  }

  @Test
  void aSampleMayEndInsideACharacter() {
    String text = "а".repeat(2047) + "😀 и ещё слова";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);

    assertThat(WideText.unmarked(bytes)).isEqualTo("UTF-16BE");
  }
}
