package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.stage.TopicScore;
import java.util.List;
import java.util.Map;

/**
 * The subjects of a document.
 *
 * @param topics those above their threshold, highest score first
 * @param subjectScores the score of each of the 17 top-level subjects by code, 0 to 1
 */
public record TopicResult(List<TopicScore> topics, Map<String, Double> subjectScores) {

  public TopicResult {
    topics = List.copyOf(topics);
    subjectScores = Map.copyOf(subjectScores);
  }
}
