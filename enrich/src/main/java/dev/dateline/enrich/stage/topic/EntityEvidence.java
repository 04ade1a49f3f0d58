package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.TopicScore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes who and what a document names as evidence for its subjects: a central bank speaks for the
 * economy, a space agency for science. It completes what the words say and never outweighs it: a
 * subject of which the words say nothing is not added. Immutable and thread-safe.
 */
public final class EntityEvidence {

  private static final String RESOURCE = "/dev/dateline/enrich/topic/subject-entities.tsv";
  private static final String LOCAL = "dateline:";

  /** A name in passing is no evidence. */
  private static final int FEWEST_MENTIONS = 2;

  /** What it adds to the logarithm of the odds: as much as a section of the publisher does. */
  private static final double WEIGHT = 2;

  private static final double LEAST_SHARE = 0.02;

  private final Map<String, Subject> subjects;
  private final MediaTopics mediaTopics;

  private EntityEvidence(Map<String, Subject> subjects, MediaTopics mediaTopics) {
    this.subjects = Map.copyOf(subjects);
    this.mediaTopics = mediaTopics;
  }

  /**
   * The evidence that comes with this module.
   *
   * @throws UncheckedIOException where it cannot be read
   */
  public static EntityEvidence load(MediaTopics mediaTopics) {
    Map<String, Subject> subjects = new HashMap<>();
    try (InputStream stream = EntityEvidence.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("No resource " + RESOURCE);
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split("\t");
        Subject.ofSlug(fields[0])
            .ifPresent(
                subject -> {
                  for (int i = 1; i < fields.length; i++) {
                    subjects.put(LOCAL + fields[i], subject);
                  }
                });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EntityEvidence(subjects, mediaTopics);
  }

  /** Ids of the entities that speak for a subject. */
  Set<String> ids() {
    return subjects.keySet();
  }

  /** The subjects of a document, completed by those that its entities speak for. */
  public TopicResult complete(TopicResult result, List<NamedEntity> entities) {
    List<TopicScore> topics = new ArrayList<>(result.topics());
    Map<String, Double> scores = new LinkedHashMap<>(result.subjectScores());
    for (NamedEntity entity : entities) {
      Subject subject = entity.id() == null ? null : subjects.get(entity.id());
      boolean added = topics.stream().anyMatch(topic -> isOf(topic, subject));
      if (subject == null
          || added
          || entity.mentions().size() + entity.titleMentions().size() < FEWEST_MENTIONS) {
        continue;
      }
      double share = scores.getOrDefault(subject.code(), 0.0);
      double odds = Math.max(share, LEAST_SHARE) * Math.exp(WEIGHT);
      double score = odds / (1 - share + odds);
      if (score >= TopicClassifier.THRESHOLD) {
        String code = subject.code();
        scores.put(code, score);
        topics.add(
            new TopicScore(
                code, mediaTopics.name(code), score, List.of("entity:" + entity.name())));
      }
    }
    if (topics.size() == result.topics().size()) {
      return result;
    }
    topics.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new TopicResult(topics, scores);
  }

  private static boolean isOf(TopicScore topic, @Nullable Subject subject) {
    return subject != null && topic.code().equals(subject.code());
  }
}
