package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.deep.DeepTopics;
import dev.dateline.enrich.stage.deep.EncodedText;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicMixture;
import dev.dateline.enrich.stage.topic.TopicResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Names the subjects of texts by words and encoder, neither of which has seen them. */
final class TopicTrial {

  private final TopicClassifier words;
  private final DeepTopics head;
  private final StateStore states;
  private final MediaTopics mediaTopics;

  TopicTrial(TopicClassifier words, DeepTopics head, StateStore states, MediaTopics mediaTopics) {
    this.words = words;
    this.head = head;
    this.states = states;
    this.mediaTopics = mediaTopics;
  }

  /**
   * Whether the best among the subjects of a text's set is its own, with each of the {@link
   * TopicWeights#CHOICES}.
   */
  boolean[] of(TopicSample sample) throws IOException {
    TopicResult byWords = words.classify(Document.ofText(sample.text()));
    double[] shares = head.shares(List.of(encoded(sample.text())), sample.language());
    boolean[] right = new boolean[TopicWeights.CHOICES.length];
    for (int choice = 0; choice < right.length; choice++) {
      double weight = TopicWeights.CHOICES[choice];
      TopicResult result =
          weight == 0 ? byWords : TopicMixture.of(byWords, shares, weight, mediaTopics);
      right[choice] = best(result.subjectScores(), sample.set()) == sample.subject();
    }
    return right;
  }

  private EncodedText encoded(String text) throws IOException {
    StoredText stored = states.get(text);
    return new EncodedText(Tokens.of(""), 0, new float[0], stored.sum(), stored.pieces());
  }

  private static Subject best(Map<String, Double> scores, TopicSet set) {
    Subject best = Subject.values()[0];
    double most = -1;
    for (Subject subject : set.subjects()) {
      double score = scores.getOrDefault(subject.code(), 0.0);
      if (score > most) {
        best = subject;
        most = score;
      }
    }
    return best;
  }
}
