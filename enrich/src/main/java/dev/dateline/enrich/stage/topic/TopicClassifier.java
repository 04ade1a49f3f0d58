package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.TopicScore;
import dev.dateline.enrich.stage.linear.SparseModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the subjects of a document among the 17 top-level IPTC Media Topics: from its words with a
 * linear model of all languages, and from the publisher's own sections and categories. Immutable
 * and thread-safe; looks at the beginning of long texts.
 */
public final class TopicClassifier {

  private static final String RESOURCE = "/dev/dateline/enrich/topic/topics.bin";

  /** How often the features of the title count. */
  private static final int TITLE_WEIGHT = 2;

  private static final int EVIDENCE_WORDS = 5;

  /** What a subject that only the publisher speaks for is taken to have, as a share. */
  private static final double LEAST_SHARE = 0.02;

  private final SparseModel model;
  private final Subject[] subjects;
  private final double threshold;
  private final PublisherEvidence publisher;
  private final MediaTopics mediaTopics;

  /**
   * A classifier on a model whose labels are slugs of subjects.
   *
   * @param threshold score from which a document is of a subject, 0 to 1
   */
  public TopicClassifier(SparseModel model, double threshold, MediaTopics mediaTopics) {
    this.model = model;
    this.subjects =
        model.labels().stream()
            .map(slug -> Subject.ofSlug(slug).orElseThrow())
            .toArray(Subject[]::new);
    this.threshold = threshold;
    this.mediaTopics = mediaTopics;
    this.publisher = PublisherEvidence.load(mediaTopics);
  }

  /**
   * The classifier on the model that comes with this module.
   *
   * @throws UncheckedIOException where the model cannot be read
   */
  public static TopicClassifier load(MediaTopics mediaTopics) {
    try (InputStream stream = TopicClassifier.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("No resource " + RESOURCE);
      }
      return new TopicClassifier(SparseModel.read(stream), THRESHOLD, mediaTopics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Score from which a document is of a subject. */
  public static final double THRESHOLD = 0.2;

  /** The subjects of a document. */
  public TopicResult classify(Document document) {
    return classify(document, TopicWords.of(document));
  }

  /** The same for a document whose words are at hand. */
  public TopicResult classify(Document document, TopicWords words) {
    WordSums title = WordSums.of(words.title(), model);
    WordSums text = WordSums.of(words.text(), model);
    List<PublisherEvidence.Hint> hints = publisher.of(document);
    var parts = new PartShares(subjects.length);
    double[] scores = scores(title, text, parts, hints);
    double[] raised = parts.raised(scores);
    List<TopicScore> topics = new ArrayList<>();
    Map<String, Double> subjectScores = new LinkedHashMap<>();
    for (int i = 0; i < subjects.length; i++) {
      subjectScores.put(subjects[i].code(), scores[i]);
      if (raised[i] >= threshold) {
        List<String> evidence = new ArrayList<>();
        for (PublisherEvidence.Hint hint : hints) {
          if (hint.subject() == subjects[i]) {
            evidence.add(hint.evidence());
          }
        }
        evidence.addAll(words(title, text, i));
        String code = subjects[i].code();
        topics.add(new TopicScore(code, mediaTopics.name(code), raised[i], evidence));
      }
    }
    topics.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new TopicResult(topics, subjectScores);
  }

  /** The hashes that the model sees of a document: what it is trained on. */
  public static int[] features(String title, String text) {
    TopicWords words = TopicWords.of(title, text);
    TopicFeatures ofTitle = words.title();
    TopicFeatures ofText = words.text();
    int[] hashes = new int[ofTitle.size() * TITLE_WEIGHT + ofText.size()];
    int size = 0;
    for (int time = 0; time < TITLE_WEIGHT; time++) {
      for (int i = 0; i < ofTitle.size(); i++) {
        hashes[size++] = ofTitle.hash(i);
      }
    }
    for (int i = 0; i < ofText.size(); i++) {
      hashes[size++] = ofText.hash(i);
    }
    return hashes;
  }

  private double[] scores(
      WordSums title, WordSums text, PartShares parts, List<PublisherEvidence.Hint> hints) {
    var whole = new SubjectSums(model);
    int titleWords = title.words().words();
    if (titleWords > 0) {
      var part = new SubjectSums(model);
      part.add(title, 0, titleWords, 1);
      parts.add(part.shares());
      whole.add(title, 0, titleWords, TITLE_WEIGHT);
    }
    for (int from = 0; from < text.words().words(); ) {
      int to = PartShares.end(text.words(), from);
      var part = new SubjectSums(model);
      part.add(text, from, to, 1);
      parts.add(part.shares());
      whole.add(part);
      from = to;
    }
    if (!whole.isKnown() && hints.isEmpty()) {
      return new double[subjects.length];
    }
    double[] scores = parts.scores(whole.shares());
    return hints.isEmpty() ? scores : withHints(scores, hints);
  }

  private double[] withHints(double[] scores, List<PublisherEvidence.Hint> hints) {
    double[] odds = scores.clone();
    for (PublisherEvidence.Hint hint : hints) {
      for (int i = 0; i < odds.length; i++) {
        if (hint.subject() == subjects[i]) {
          odds[i] = Math.max(odds[i], LEAST_SHARE) * Math.exp(hint.weight());
        }
      }
    }
    double total = 0;
    for (double odd : odds) {
      total += odd;
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] /= total;
    }
    return odds;
  }

  /** The words that speak most for a subject, in lower case; of equal ones the earlier first. */
  private static List<String> words(WordSums title, WordSums text, int subject) {
    int inTitle = title.words().words();
    long[] heaviest = new long[inTitle + text.words().words()];
    int size = 0;
    for (int word = 0; word < heaviest.length; word++) {
      int weight =
          word < inTitle
              ? title.of(word, subject) * TITLE_WEIGHT
              : text.of(word - inTitle, subject);
      if (weight > 0) {
        heaviest[size++] = (long) weight << 32 | heaviest.length - word;
      }
    }
    Arrays.sort(heaviest, 0, size);
    Set<String> words = new LinkedHashSet<>();
    for (int i = size - 1; i >= 0 && words.size() < EVIDENCE_WORDS; i--) {
      int word = heaviest.length - (int) heaviest[i];
      String written =
          word < inTitle ? title.words().word(word) : text.words().word(word - inTitle);
      words.add(written.toLowerCase(Locale.ROOT));
    }
    return List.copyOf(words);
  }
}
