package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Mira Held | Mira Held",
        "Von Jan Berg und Ute Sand | Jan Berg und Ute Sand",
        "Zeige alle Beiträge von Jan Berg | Jan Berg",
        "Post author By Mira Held | Mira Held",
        "Mira Held, PhD | Mira Held",
        "Redaktion | Redaktion",
        "Autor: Jan Berg | Jan Berg",
        "Posted by Mira Held on May 3, 2026 | Mira Held",
        "Veröffentlicht von Jan Berg am 3. Mai 2026 | Jan Berg",
        "Автор: Ивета Донева | Ивета Донева",
        "Par Luc Morel, 12:30 | Luc Morel",
        "Mira Held · 4 comments | Mira Held",
        "Mira Held, Online-Redaktion | Mira Held",
        "Mira Held Quelle: Hafenblatt | Mira Held",
        "Eine Kolumne von Mira Held | Mira Held",
        "Blog-Beitrag von Mira Held | Mira Held",
        "writer77 | writer77",
        "मीरा जोशी | मीरा जोशी",
        "लेखक: मीरा जोशी | मीरा जोशी",
        "كتبت: ليلى المنصوري | ليلى المنصوري",
        "بقلم ليلى المنصوري | ليلى المنصوري",
        "מאת: יעל ברנע | יעל ברנע",
        "Yazar: Elif Karaca | Elif Karaca",
        "Yazan Haddad | Yazan Haddad",
        "Oleh Marchuk | Oleh Marchuk",
        "Luc Le Goff | Luc Le Goff",
        "Luc Morel le mardi 5 mai | Luc Morel",
        "Mira Held, Projektleiterin am Hafen | Mira Held",
      })
  void takesTheNameOutOfTheLine(String line, String expected) {
    assertThat(AuthorLine.name(line)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "by",
    "12.05.2026",
    "https://a.example/mira",
    "Foto: Jan Berg",
    "Alle Beiträge",
    "Weitere Beiträge",
    "Second Edition Edited by Jan Berg",
    "all of these are far too many words for a name"
  })
  void takesNothingElseForAName(String line) {
    assertThat(AuthorLine.name(line)).isEmpty();
  }
}
