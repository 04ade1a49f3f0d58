package dev.dateline.enrich.stage.topic;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.TopicScore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicClassifierTest {

  private static final String SPORT = "medtop:15000000";
  private static final String ECONOMY = "medtop:04000000";
  private static final String POLITICS = "medtop:11000000";

  private static final TopicClassifier CLASSIFIER = TopicClassifier.load(MediaTopics.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15 | Вратарят спаси дузпа в последната минута и отборът спечели купата след мач без гол в редовното време.
          15 | The striker scored twice before half-time and the visitors held on to win the league match.
          04 | Die Notenbank hebt den Leitzins an, um die Inflation zu bremsen; der Dax gab nach, Bankaktien legten zu.
          11 | El parlamento aprobó la reforma electoral con los votos del partido de gobierno y la abstención de la oposición.
          07 | Врачи больницы сообщили о вспышке гриппа: пациентов с симптомами инфекции лечат в двух отделениях.
          03 | Un séisme a secoué la région ; les secouristes cherchent des survivants sous les décombres.
          16 | Войските обстрелваха града с артилерия и ракети, примирието беше нарушено, загинаха войници.
          13 | Astronomers used the space telescope to find a planet that orbits two stars, the researchers said.
          """)
  void findsTheSubjectOfALead(String number, String lead) {
    List<TopicScore> topics = CLASSIFIER.classify(Document.ofText(lead)).topics();

    assertThat(topics).isNotEmpty();
    assertThat(topics.get(0).code()).isEqualTo("medtop:" + number + "000000");
    assertThat(topics.get(0).evidence()).isNotEmpty().allMatch(word -> !word.isBlank());
  }

  @Test
  void scoresEverySubject() {
    TopicResult result = CLASSIFIER.classify(Document.ofText("The bank raised interest rates."));

    assertThat(result.subjectScores())
        .hasSize(17)
        .allSatisfy(
            (code, score) -> {
              assertThat(code).startsWith("medtop:");
              assertThat(score).isBetween(0.0, 1.0);
            });
  }

  @Test
  void takesEvidenceFromTheUrl() {
    TopicResult result = classify("https://example.org/bg/sport/2026/article-1", List.of());

    assertThat(result.topics())
        .filteredOn(topic -> topic.code().equals(SPORT))
        .singleElement()
        .satisfies(sport -> assertThat(sport.evidence()).startsWith("url:sport"));
  }

  @Test
  void readsAnEncodedSectionOfTheUrl() {
    TopicResult result =
        classify("https://example.org/%D1%81%D0%BF%D0%BE%D1%80%D1%82/1", List.of());

    assertThat(result.topics()).extracting(TopicScore::code).contains(SPORT);
  }

  @Test
  void takesEvidenceFromCategoriesInWordsAndInCodes() {
    TopicResult words = classify(null, List.of("Икономика"));
    TopicResult code = classify(null, List.of("medtop:20000593"));

    assertThat(words.topics().get(0).code()).isEqualTo(ECONOMY);
    assertThat(words.topics().get(0).evidence()).contains("category:Икономика");
    assertThat(code.topics().get(0).code()).isEqualTo(POLITICS);
  }

  @ParameterizedTest
  @CsvSource({"''", "12345", "😀😀", "\u200b\u200f"})
  void findsNothingInATextWithoutWords(String text) {
    TopicResult result = CLASSIFIER.classify(Document.ofText(text));

    assertThat(result.topics()).isEmpty();
    assertThat(result.subjectScores())
        .hasSize(17)
        .allSatisfy(
            (code, score) -> {
              assertThat(score).isZero();
            });
  }

  @Test
  void readsCapitalsLikeSmallLetters() {
    String lead = "Вратарят спаси дузпа и отборът спечели купата.";

    assertThat(
            CLASSIFIER
                .classify(Document.ofText(lead.toUpperCase(java.util.Locale.ROOT)))
                .subjectScores())
        .isEqualTo(CLASSIFIER.classify(Document.ofText(lead)).subjectScores());
  }

  @Test
  void takesLongAndHostileTextInTime() {
    List<String> texts =
        List.of(
            "а".repeat(5_000_000),
            "спорт ".repeat(900_000),
            "体育".repeat(2_000_000),
            " ".repeat(5_000_000),
            "\u200d\u202e".repeat(2_000_000),
            "\ud800".repeat(2_000_000));

    assertTimeout(
        ofSeconds(2),
        () -> {
          for (String text : texts) {
            CLASSIFIER.classify(
                new Document("https://" + "a/".repeat(100_000), text, text, null, List.of(text)));
          }
        });
  }

  private static TopicResult classify(@Nullable String url, List<String> categories) {
    return CLASSIFIER.classify(new Document(url, "", "Новини от деня.", null, categories));
  }
}
