package dev.dateline.enrich.stage.language;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {

  private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bg      | Общинският съвет ще гласува бюджета за следващата година в четвъртък сутринта.
          mk      | Советот на општината ќе гласа за буџетот за следната година во четврток.
          sr      | Скупштина општине гласаће о буџету за следећу годину у четвртак ујутру.
          sr-Latn | Skupština opštine glasaće o budžetu za sledeću godinu u četvrtak ujutru.
          ru      | Городской совет проголосует за бюджет на следующий год в четверг утром.
          uk      | Міська рада голосуватиме за бюджет на наступний рік у четвер вранці.
          be      | Гарадскі савет будзе галасаваць за бюджэт на наступны год у чацвер раніцай.
          en      | The town council will vote on next year's budget on Thursday morning.
          de      | Der Stadtrat stimmt am Donnerstagmorgen über den Haushalt für das nächste Jahr ab.
          nl      | De gemeenteraad stemt donderdagochtend over de begroting voor volgend jaar.
          es      | El ayuntamiento votará el jueves por la mañana el presupuesto del próximo año.
          pt      | A câmara municipal vai votar na quinta-feira de manhã o orçamento do próximo ano.
          gl      | O concello votará o xoves pola mañá o orzamento do vindeiro ano, segundo a alcaldesa.
          ca      | L'ajuntament votarà dijous al matí el pressupost de l'any vinent.
          cs      | Zastupitelstvo bude ve čtvrtek ráno hlasovat o rozpočtu na příští rok.
          sk      | Zastupiteľstvo bude vo štvrtok ráno hlasovať o rozpočte na budúci rok.
          sv      | Kommunfullmäktige röstar på torsdag morgon om budgeten för nästa år.
          da      | Kommunalbestyrelsen stemmer torsdag morgen om budgettet for næste år.
          nb      | Kommunestyret skal stemme over budsjettet for neste år torsdag morgen.
          tr      | Belediye meclisi gelecek yılın bütçesini perşembe sabahı oylayacak.
          az      | Bələdiyyə şurası gələn ilin büdcəsini cümə axşamı səhər səsə qoyacaq.
          ar      | سيصوت المجلس البلدي على ميزانية العام المقبل صباح يوم الخميس.
          fa      | شورای شهر صبح پنجشنبه درباره بودجه سال آینده رأی‌گیری می‌کند.
          he      | מועצת העיר תצביע ביום חמישי בבוקר על תקציב השנה הבאה.
          hi      | नगर परिषद गुरुवार की सुबह अगले साल के बजट पर मतदान करेगी।
          zh      | 市议会将于星期四上午就明年的预算进行投票。
          ja      | 市議会は木曜日の朝、来年度の予算案を採決する。
          ko      | 시의회는 목요일 오전 내년도 예산안을 표결한다.
          el      | Το δημοτικό συμβούλιο θα ψηφίσει τον προϋπολογισμό το πρωί της Πέμπτης.
          ka      | საკრებულო ხუთშაბათს დილით მომავალი წლის ბიუჯეტს კენჭს უყრის.
          th      | สภาเทศบาลจะลงมติเรื่องงบประมาณปีหน้าในเช้าวันพฤหัสบดี
          """)
  void namesTheLanguageOfASentence(String tag, String sentence) {
    assertThat(IDENTIFIER.identify(sentence).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\t",
        "12 345,67 – 8/9",
        "😀😀 🎉",
        "\u200b\u200f\u202e",
        "https://example.org/bg"
      })
  void leavesATextWithoutWordsUndetermined(String text) {
    assertThat(IDENTIFIER.identify(text)).isEqualTo(LanguageGuess.UNDETERMINED);
  }

  @Test
  void readsCapitalsAndTextBetweenMarks() {
    String capitals = "ОБЩИНСКИЯТ СЪВЕТ ЩЕ ГЛАСУВА БЮДЖЕТА В ЧЕТВЪРТЪК";
    String marked = "\u202e\u200fThe town \u200bcouncil will vote 😀 on the budget\u202c";

    assertThat(IDENTIFIER.identify(capitals).tag()).isEqualTo("bg");
    assertThat(IDENTIFIER.identify(marked).tag()).isEqualTo("en");
  }

  @Test
  void readsDecomposedLettersAsComposedOnes() {
    String composed = "Zastupiteľstvo bude vo štvrtok ráno hlasovať o rozpočte.";
    String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);

    assertThat(IDENTIFIER.identify(decomposed)).isEqualTo(IDENTIFIER.identify(composed));
  }

  @Test
  void skipsAddressesAndAccounts() {
    String text =
        "Градът чака снега https://www.example.com/the-town-waits-for-the-snow @thetownhall";

    assertThat(IDENTIFIER.identify(text).tag()).isEqualTo("bg");
  }

  @Test
  void isSureOfAnArticleAndLessSureOfAWord() {
    String sentence = "The town council will vote on next year's budget on Thursday morning. ";

    assertThat(IDENTIFIER.identify(sentence.repeat(5)).confidence()).isGreaterThan(0.99);
    assertThat(IDENTIFIER.identify("a").confidence()).isLessThan(0.9);
  }

  @Test
  void letsTheDeclarationDecideOnlyBetweenCloseLanguages() {
    String danish = "Kommunalbestyrelsen stemmer torsdag morgen om budgettet for næste år.";
    var document = new Document(null, "", danish, "bg", List.of());

    assertThat(IDENTIFIER.identify(document).tag()).isEqualTo("da");
  }

  @Test
  void takesLongAndHostileTextInTime() {
    List<String> texts =
        List.of(
            "а".repeat(5_000_000),
            "слово ".repeat(800_000),
            "1".repeat(5_000_000),
            " ".repeat(5_000_000),
            "http://".repeat(700_000),
            "e\u0301\u0301\u0301".repeat(1_000_000),
            "\ud800".repeat(1_000_000));

    assertTimeout(ofSeconds(2), () -> texts.forEach(IDENTIFIER::identify));
  }
}
