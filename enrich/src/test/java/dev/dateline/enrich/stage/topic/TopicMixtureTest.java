package dev.dateline.enrich.stage.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.TopicScore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicMixtureTest {

  private static final MediaTopics TOPICS = MediaTopics.load();

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
        TopicMixture.of(words(Subject.SPORT, 0.5), shares(Subject.SPORT, 0.6), TOPICS);

    assertThat(both.topics()).hasSize(1);
    assertThat(both.topics().get(0).score()).isGreaterThan(0.6);
    assertThat(both.topics().get(0).evidence()).containsExactly("ball");
    assertThat(both.subjectScores().values().stream().mapToDouble(x -> x).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void anEncoderThatIsSureDecidesWhereTheWordsAreNot() {
    TopicResult both =
        TopicMixture.of(words(Subject.SPORT, 0.1), shares(Subject.HEALTH, 0.99), TOPICS);

    assertThat(both.topics().get(0).code()).isEqualTo(Subject.HEALTH.code());
    assertThat(both.topics().get(0).evidence()).containsExactly("encoder");
  }

  @Test
  void oneThatSaysNothingLeavesItToTheOther() {
    TopicResult words = words(Subject.SPORT, 0.5);
    TopicResult silent = new TopicResult(List.of(), Map.of());

    assertThat(TopicMixture.of(words, new double[17], TOPICS)).isEqualTo(words);
    assertThat(
            TopicMixture.of(silent, shares(Subject.HEALTH, 0.7), TOPICS)
                .subjectScores()
                .get(Subject.HEALTH.code()))
        .isBetween(0.69, 0.71);
  }
}
