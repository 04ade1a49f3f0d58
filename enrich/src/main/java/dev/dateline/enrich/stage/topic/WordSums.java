package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.stage.linear.SparseModel;

/** What each word of a text says for each subject: read from the model once, then added up. */
final class WordSums {

  private final TopicFeatures words;
  private final int subjects;
  private final int[] sums;

  private WordSums(TopicFeatures words, int subjects) {
    this.words = words;
    this.subjects = subjects;
    this.sums = new int[words.words() * subjects];
  }

  static WordSums of(TopicFeatures words, SparseModel model) {
    WordSums read = new WordSums(words, model.labels().size());
    model.add(words.hashes(), words.size(), words.firstFeatures(), words.words(), read.sums);
    return read;
  }

  /** The words that were read. */
  TopicFeatures words() {
    return words;
  }

  /** What a word says for a subject; below zero where it speaks against it. */
  int of(int word, int subject) {
    return sums[word * subjects + subject];
  }

  /** Adds what some words say for each subject, so many times. */
  void addTo(int[] totals, int from, int to, int times) {
    for (int word = from; word < to; word++) {
      for (int subject = 0; subject < subjects; subject++) {
        totals[subject] += sums[word * subjects + subject] * times;
      }
    }
  }
}
