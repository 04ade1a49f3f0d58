package dev.dateline.ingest.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Der Bürgermeister fährt heim",
    "windows-1252, The council’s vote – at last",
    "windows-1252, Un café pour 5€",
    "windows-1252, Рада хочет новый дом",
    "windows-1252, Η πόλη τιμά τον ποιητή",
    "windows-1252, 日本語天気",
    "windows-1252, 20°C in Reykjavík",
    "windows-1250, Praha slavila výročí",
    "windows-1251, Рада хочет новый мост",
    "windows-1251, Он сказал — приду",
    "x-MacRoman, the mayor’s vote",
  })
  void utf8ReadAsAnotherCharsetIsRepaired(String charset, String text) {
    String read = new String(text.getBytes(UTF_8), Charset.forName(charset));

    assertThat(read).isNotEqualTo(text);
    assertThat(Mojibake.repair(read)).isEqualTo(text);
  }

  @Test
  void utf8ReadAsLatin1IsRepaired() {
    String text = "“Één stem”, zei ze. Привет из Орла 😀";

    assertThat(Mojibake.repair(new String(text.getBytes(UTF_8), ISO_8859_1))).isEqualTo(text);
  }

  @Test
  void doubtfulWordsFollowThreeCertainOnes() {
    assertThat(Mojibake.repair("OÃ™ SONT LES FENÃªTRES")).isEqualTo("OÃ™ SONT LES FENÃªTRES");
    assertThat(Mojibake.repair("Le dÃ©putÃ© a votÃ© cet Ã©tÃ© Ã\u00A0 midi. OÃ™ ?"))
        .isEqualTo("Le député a voté cet été à midi. OÙ ?");
  }

  @Test
  void whatWasMisreadTwiceIsRepairedTwice() {
    String once = new String("Bürgermeister".getBytes(UTF_8), ISO_8859_1);
    String twice = new String(once.getBytes(UTF_8), Charset.forName("windows-1252"));

    assertThat(Mojibake.repair(twice)).isEqualTo("Bürgermeister");
  }

  @Test
  void onlyTheDamagedWordsOfATextChange() {
    assertThat(Mojibake.repair("São Paulo: cafÃ© à vontade, diz a associação"))
        .isEqualTo("São Paulo: café à vontade, diz a associação");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Die SPÖ–ÖVP-Runde: «Größe», 5 €, §7, “naïve”…",
        "Emily Brontë…” and “Zoë’s” café…",
        "A DECISÃO DA COMISSÃO: “NÃO”, AMANHÃ” e AMANHÃ… NÃO»",
        "10 Å— longueur d’onde 500 Å±2, Â² et P̂",
        "NESTLÉ® LANCÔME™ CAFÉ° ÉTÉ¹ FORÊT«",
        "¡SÉ! ¿QUÉ? !YO SÉ¡ «¡OLÉ!»",
        "ВІКІ, ЄС і РІК; ВІСІМ; кВ·ч, 220 кВ±5 %, МВ·А; «РЄ» СЂ",
        "mluví už má»… a »řekl«, Říp–Čáp",
        "Σ√π·2√©, ‚Ärger‘, ‘été’ et l’île ÷ Øre",
        "AHÅ™ BLÅØYD Þórr ð—ð ÆØÅ æøå",
        "한국어、日本語。简体中文“引号”……",
        "العربية «خبر» עִבְרִית हिन्दी ไทย",
        "Tiếng Việt: “Đà Nẵng”… İstanbul’da ığdır",
        "voilà\u00A0! «\u00A0été\u00A0» 100\u00A0€ À\u00A0LA",
        "one byte lost \u0081 and \u0093quoted\u0094",
      })
  void rightTextStays(String text) {
    assertThat(Mojibake.repair(text)).isEqualTo(text);
  }

  @Test
  void samplesStay() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(SAMPLES)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      TextCharset.strict(Files.readAllBytes(file), UTF_8)
          .ifPresent(text -> assertThat(Mojibake.repair(text)).as("%s", file).isEqualTo(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "Ã", "Ã©", "語", "â€", "\uD83D"})
  void longWordsTakeLinearTime(String part) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Mojibake.repair(part.repeat(2_000_000)));
  }
}
