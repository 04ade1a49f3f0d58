package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.TopicScore;
import dev.dateline.training.data.DpaSample;
import java.util.ArrayList;
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

  private DpaScore() {}

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

  private void add(Set<Subject> found, Set<Subject> expected) {
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

  List<String> markdown(String goal) {
    int hits = Arrays.stream(right).sum();
    int tooMany = Arrays.stream(surplus).sum();
    int tooFew = Arrays.stream(missed).sum();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "dpa, %d messages, IPTC top level, every subject above the threshold, never trained on:"
                + " micro F1 %.1f (precision %.1f, recall %.1f), goal %s. The commonest subject for"
                + " every message: %.1f. Published: GPT-4o on the 17 labels 72.",
            messages,
            100 * f1(hits, tooMany, tooFew),
            100.0 * hits / Math.max(1, hits + tooMany),
            100.0 * hits / Math.max(1, hits + tooFew),
            goal,
            100 * commonest(hits + tooFew)));
    lines.add("");
    lines.add("| subject | right | too much | missed | F1 |");
    lines.add("| --- | --- | --- | --- | --- |");
    for (Subject subject : Subject.values()) {
      int i = subject.ordinal();
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %.0f |",
              subject.slug(),
              right[i],
              surplus[i],
              missed[i],
              100 * f1(right[i], surplus[i], missed[i])));
    }
    return lines;
  }

  private double commonest(int labels) {
    int most = 0;
    for (int i = 0; i < right.length; i++) {
      most = Math.max(most, right[i] + missed[i]);
    }
    return f1(most, messages - most, labels - most);
  }

  private static double f1(int right, int surplus, int missed) {
    return 2.0 * right / Math.max(1, 2 * right + surplus + missed);
  }
}
