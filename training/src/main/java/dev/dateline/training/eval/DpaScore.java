package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.TopicScore;
import dev.dateline.training.data.DpaSample;
import dev.dateline.training.report.MarkdownTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Micro F1 of the subjects above the threshold on messages whose editors gave them codes. */
final class DpaScore {

  private final int[] right = new int[Subject.values().length];
  private final int[] surplus = new int[Subject.values().length];
  private final int[] missed = new int[Subject.values().length];
  private int messages;

  static DpaScore of(List<DpaSample.Message> messages, TopicsEvaluation.Classifier classifier) {
    MediaTopics mediaTopics = MediaTopics.load();
    DpaScore score = new DpaScore();
    for (DpaSample.Message message : messages) {
      Set<Subject> expected = subjects(message.codes(), mediaTopics);
      if (expected.isEmpty()) {
        continue;
      }
      List<TopicScore> topics =
          classifier
              .classify(TopicsEvaluation.document(message.headline(), message.text()))
              .topics();
      score.add(subjects(topics.stream().map(TopicScore::code).toList(), mediaTopics), expected);
    }
    return score;
  }

  private static Set<Subject> subjects(Collection<String> codes, MediaTopics mediaTopics) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    codes.stream().map(mediaTopics::subject).flatMap(Optional::stream).forEach(subjects::add);
    return subjects;
  }

  void add(Set<Subject> found, Set<Subject> expected) {
    messages++;
    for (Subject subject : Subject.values()) {
      if (found.contains(subject) && expected.contains(subject)) {
        right[subject.ordinal()]++;
      } else if (found.contains(subject)) {
        surplus[subject.ordinal()]++;
      } else if (expected.contains(subject)) {
        missed[subject.ordinal()]++;
      }
    }
  }

  /** Micro F1 over all subjects, 0 to 1. */
  double microF1() {
    return f1(sum(right), sum(surplus), sum(missed));
  }

  /** What giving every message the commonest subject would score. */
  double majority() {
    int most = 0;
    for (int i = 0; i < right.length; i++) {
      most = Math.max(most, right[i] + missed[i]);
    }
    return f1(most, messages - most, sum(right) + sum(missed) - most);
  }

  String markdown() {
    int hits = sum(right);
    MarkdownTable table =
        new MarkdownTable("subject", "right", "too much", "missed", "F1, percent");
    for (Subject subject : Subject.values()) {
      int i = subject.ordinal();
      table.row(
          subject.slug(),
          right[i],
          surplus[i],
          missed[i],
          Tally.percent(f1(right[i], surplus[i], missed[i])));
    }
    return String.format(
            Locale.ROOT,
            """

            ### dpa, IPTC top level

            %d messages, every subject above the threshold, never trained on: micro F1 %s, precision %s,
            recall %s percent. The commonest subject for every message: %s. Published: GPT-4o on the 17
            labels 72 (other texts).

            """,
            messages,
            Tally.percent(microF1()),
            Tally.percent((double) hits / Math.max(1, hits + sum(surplus))),
            Tally.percent((double) hits / Math.max(1, hits + sum(missed))),
            Tally.percent(majority()))
        + table;
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static double f1(int right, int surplus, int missed) {
    return 2.0 * right / Math.max(1, 2 * right + surplus + missed);
  }
}
