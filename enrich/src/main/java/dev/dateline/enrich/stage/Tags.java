package dev.dateline.enrich.stage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tagger found in a document.
 *
 * @param topics subjects above the threshold, and topics of the second level below them, highest
 *     score first
 * @param subjectScores score of each of the 17 top-level subjects, by code, 0 to 1
 * @param entities highest salience first
 * @param dateline null where the document does not open with one
 * @param keyphrases strongest first
 * @param focus countries that the document is about, ISO 3166-1 alpha-2, strongest first
 * @param taggedBy every stage that contributed, in order
 */
public record Tags(
    LanguageGuess language,
    List<TopicScore> topics,
    Map<String, Double> subjectScores,
    List<NamedEntity> entities,
    @Nullable DatelineLine dateline,
    List<String> keyphrases,
    List<String> focus,
    List<StageVersion> taggedBy) {

  public Tags {
    topics = List.copyOf(topics);
    subjectScores = Map.copyOf(subjectScores);
    entities = List.copyOf(entities);
    keyphrases = List.copyOf(keyphrases);
    focus = List.copyOf(focus);
    taggedBy = List.copyOf(taggedBy);
  }
}
