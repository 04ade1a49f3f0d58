package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.TopicScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final double LEAST = 1e-4;

  /**
   * The power of the encoder's shares, beside words that count 1. Chosen, as is {@link
   * #SHORT_TEXT}, on texts that neither had seen, sentences, leads and articles.
   */
  private static final double POWER = 0.6;

  /**
   * Words of a text up to which the encoder has its full say. What words say grows with the root of
   * their number, what the mean state of a text says does not.
   */
  private static final double SHORT_TEXT = 45;

  private TopicMixture() {}

  /**
   * The power of the encoder's shares in a document: less, the more its words say.
   *
   * @param words how many the document has
   */
  public static double power(int words) {
    return POWER * Math.sqrt(Math.min(1, SHORT_TEXT / Math.max(1, words)));
  }

  /**
   * The subjects by both.
   *
   * @param words what the words say; nothing where no word is known
   * @param shares what the encoder says, in the order of {@link Subject}; nothing where all are 0
   * @param power of its shares: what it counts against the words, which count 1
   */
  public static TopicResult of(
      TopicResult words, double[] shares, double power, MediaTopics mediaTopics) {
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
      mixed[subject.ordinal()] = silentWords ? byEncoder : byWords * Math.pow(byEncoder, power);
      sum += mixed[subject.ordinal()];
    }
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] /= sum;
    }
    return result(words, mixed, mediaTopics);
  }

  private static TopicResult result(TopicResult words, double[] mixed, MediaTopics mediaTopics) {
    double best = Arrays.stream(mixed).max().orElseThrow();
    Map<String, TopicScore> ofWords = new HashMap<>();
    words.topics().forEach(topic -> ofWords.put(topic.code(), topic));
    Map<String, Double> scores = new LinkedHashMap<>();
    List<TopicScore> topics = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      String code = subject.code();
      double score = mixed[subject.ordinal()];
      scores.put(code, score);
      TopicScore own = ofWords.get(code);
      double raised = own == null ? score : Math.min(best, score * raise(words, own));
      if (raised >= TopicClassifier.THRESHOLD) {
        List<String> evidence = own == null ? List.of(ENCODER) : own.evidence();
        topics.add(new TopicScore(code, mediaTopics.name(code), raised, evidence));
      }
    }
    topics.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new TopicResult(topics, scores);
  }

  /** How far its strongest paragraph lifts a subject above what the words say of the whole. */
  private static double raise(TopicResult words, TopicScore topic) {
    double score = words.subjectScores().getOrDefault(topic.code(), 0.0);
    return Math.max(1, topic.score() / Math.max(LEAST, score));
  }
}
