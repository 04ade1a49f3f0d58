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
import dev.dateline.enrich.stage.topic.TopicWords;
import dev.dateline.training.report.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how many subjects words and encoder name right together of texts that neither has seen,
 * for each power that the encoder could have, by the length of the text.
 */
final class TopicTrial {

  private static final double[] POWERS = {0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1};

  /** Texts of up to so many words belong together; the last ones are all longer ones. */
  private static final int[] LENGTHS = {30, 60, 120, Integer.MAX_VALUE};

  private final Map<Integer, int[]> right = new TreeMap<>();
  private final Map<Integer, Integer> texts = new TreeMap<>();
  private final StateStore states;
  private final MediaTopics mediaTopics;

  TopicTrial(StateStore states, MediaTopics mediaTopics) {
    this.states = states;
    this.mediaTopics = mediaTopics;
  }

  /** Counts a text, which is right where the best among the subjects of its set is its own. */
  void add(TopicSample sample, TopicClassifier classifier, DeepTopics head) throws IOException {
    Document document = Document.ofText(sample.text());
    TopicWords words = TopicWords.of(document);
    TopicResult byWords = classifier.classify(document, words);
    double[] shares = head.shares(List.of(encoded(sample.text())), sample.language());
    int length = 0;
    while (words.size() > LENGTHS[length]) {
      length++;
    }
    texts.merge(length, 1, Integer::sum);
    int[] counts = right.computeIfAbsent(length, unseen -> new int[POWERS.length]);
    for (int i = 0; i < POWERS.length; i++) {
      TopicResult both = TopicMixture.of(byWords, shares, POWERS[i], mediaTopics);
      counts[i] += best(both.subjectScores(), sample.set()) == sample.subject() ? 1 : 0;
    }
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

  /** The counts in percent, a row a length. */
  @Override
  public String toString() {
    List<String> head = new ArrayList<>(List.of("words", "texts"));
    for (double power : POWERS) {
      head.add("power " + power);
    }
    MarkdownTable table = new MarkdownTable(head);
    right.forEach(
        (length, counts) -> {
          int all = texts.get(length);
          List<String> row = new ArrayList<>();
          row.add(length == LENGTHS.length - 1 ? "more" : "to " + LENGTHS[length]);
          row.add(String.valueOf(all));
          for (int count : counts) {
            row.add(String.format(Locale.ROOT, "%.1f", 100.0 * count / all));
          }
          table.row(row);
        });
    return table.toString();
  }
}
