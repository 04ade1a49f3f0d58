package dev.dateline.enrich.stage.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.TopicScore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TopicMixtureTest {

  private static final MediaTopics TOPICS = MediaTopics.load();

  private static final double WEIGHT = 0.5;

  private static TopicResult words(Subject subject, double score) {
    Map<String, Double> scores = new HashMap<>();
    for (Subject each : Subject.values()) {
      scores.put(each.code(), each == subject ? score : (1 - score) / 16);
    }
    return new TopicResult(
        List.of(new TopicScore(subject.code(), "name", score, List.of("ball"))), scores);
  }

  private static double[] shares(Subject subject, double share) {
    double[] shares = new double[Subject.values().length];
    Arrays.fill(shares, (1 - share) / 16);
    shares[subject.ordinal()] = share;
    return shares;
  }

  @Test
  void twoThatAgreeAreSurerThanOne() {
    TopicResult both =
        TopicMixture.of(words(Subject.SPORT, 0.5), shares(Subject.SPORT, 0.6), WEIGHT, TOPICS);

    assertThat(both.topics()).hasSize(1);
    assertThat(both.topics().get(0).score()).isGreaterThan(0.6);
    assertThat(both.topics().get(0).evidence()).containsExactly("ball");
    assertThat(both.subjectScores().values().stream().mapToDouble(x -> x).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void aSubjectThatAParagraphLiftsStaysLifted() {
    Map<String, Double> scores = new HashMap<>(words(Subject.SPORT, 0.75).subjectScores());
    scores.put(Subject.HEALTH.code(), 0.15);
    TopicScore sport = new TopicScore(Subject.SPORT.code(), "sport", 0.75, List.of("ball"));
    TopicScore lifted = new TopicScore(Subject.HEALTH.code(), "health", 0.3, List.of("doctor"));
    double[] even = new double[Subject.values().length];
    Arrays.fill(even, 1.0 / even.length);

    TopicResult both =
        TopicMixture.of(new TopicResult(List.of(sport, lifted), scores), even, WEIGHT, TOPICS);

    assertThat(both.topics())
        .extracting(TopicScore::code)
        .containsExactly(Subject.SPORT.code(), Subject.HEALTH.code());
    assertThat(both.subjectScores().get(Subject.HEALTH.code())).isLessThan(0.2);
  }

  @Test
  void theHeavierTheEncoderTheMoreItShifts() {
    TopicResult words = words(Subject.SPORT, 0.5);
    double[] shares = shares(Subject.HEALTH, 0.8);

    assertThat(TopicMixture.of(words, shares, 1, TOPICS).subjectScores().get(Subject.HEALTH.code()))
        .isGreaterThan(
            TopicMixture.of(words, shares, 0.25, TOPICS)
                .subjectScores()
                .get(Subject.HEALTH.code()));
  }

  @Test
  void theMoreWordsTheLessTheEncoderCounts() {
    assertThat(TopicMixture.power(20)).isEqualTo(TopicMixture.power(0)).isBetween(0.1, 1.0);
    assertThat(TopicMixture.power(180)).isCloseTo(TopicMixture.power(20) / 2, Offset.offset(0.001));
  }

  @Test
  void anEncoderThatIsSureDecidesWhereTheWordsAreNot() {
    TopicResult both =
        TopicMixture.of(words(Subject.SPORT, 0.1), shares(Subject.HEALTH, 0.99), WEIGHT, TOPICS);

    assertThat(both.topics().get(0).code()).isEqualTo(Subject.HEALTH.code());
    assertThat(both.topics().get(0).evidence()).containsExactly("encoder");
  }

  @Test
  void oneThatSaysNothingLeavesItToTheOther() {
    TopicResult words = words(Subject.SPORT, 0.5);
    TopicResult silent = new TopicResult(List.of(), Map.of());

    assertThat(TopicMixture.of(words, new double[17], WEIGHT, TOPICS)).isEqualTo(words);
    assertThat(
            TopicMixture.of(silent, shares(Subject.HEALTH, 0.7), WEIGHT, TOPICS)
                .subjectScores()
                .get(Subject.HEALTH.code()))
        .isBetween(0.69, 0.71);
  }
}
