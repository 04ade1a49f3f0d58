package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.TopicScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts two opinions on the subjects of a document together: that of its words and publisher, and
 * that of an encoder. They err in different ways, so that both together are better than either. The
 * threshold was chosen for the words; the encoder, which is surer of itself than it should be, only
 * shifts their odds.
 */
public final class TopicMixture {

  /** Evidence of a subject that the words alone do not show. */
  private static final String ENCODER = "encoder";

  /** What the encoder's opinion counts against that of the words. */
  private static final double OF_ENCODER = 0.25;

  private static final double LEAST = 1e-4;

  private TopicMixture() {}

  /**
   * The subjects by both.
   *
   * @param words what the words say; nothing where no word is known
   * @param shares what the encoder says, in the order of {@link Subject}; nothing where all are 0
   */
  public static TopicResult of(TopicResult words, double[] shares, MediaTopics mediaTopics) {
    boolean silentWords = words.subjectScores().values().stream().allMatch(score -> score == 0);
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    if (total == 0) {
      return words;
    }
    double[] mixed = new double[shares.length];
    double sum = 0;
    for (Subject subject : Subject.values()) {
      double byWords = Math.max(LEAST, words.subjectScores().getOrDefault(subject.code(), 0.0));
      double byEncoder = Math.max(LEAST, shares[subject.ordinal()]);
      mixed[subject.ordinal()] =
          silentWords ? byEncoder : byWords * Math.pow(byEncoder, OF_ENCODER);
      sum += mixed[subject.ordinal()];
    }
    return result(words, mixed, sum, mediaTopics);
  }

  private static TopicResult result(
      TopicResult words, double[] mixed, double sum, MediaTopics mediaTopics) {
    Map<String, Double> scores = new LinkedHashMap<>();
    List<TopicScore> topics = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      double score = mixed[subject.ordinal()] / sum;
      scores.put(subject.code(), score);
      if (score >= TopicClassifier.THRESHOLD) {
        topics.add(
            new TopicScore(
                subject.code(),
                mediaTopics.name(subject.code()),
                score,
                evidence(words, subject.code())));
      }
    }
    topics.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new TopicResult(topics, scores);
  }

  private static List<String> evidence(TopicResult words, String code) {
    return words.topics().stream()
        .filter(topic -> topic.code().equals(code))
        .findFirst()
        .map(TopicScore::evidence)
        .orElse(List.of(ENCODER));
  }
}
