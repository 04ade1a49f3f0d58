package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.stage.TopicScore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names the topic of the second level under a subject of a document, where enough of its words
 * speak for it: at least three different ones (a word of the title counts as two), and most of
 * those that speak for any topic under that subject. Words were written for some forty topics in 25
 * languages; in others, and where the words are few, a document stays with its subjects. Immutable
 * and thread-safe.
 */
public final class NarrowerTopics {

  private static final String RESOURCE = "/dev/dateline/enrich/topic/narrower-topics.tsv";

  private static final int IN_TITLE = 2;
  private static final int FEWEST_WORDS = 3;
  private static final int EVIDENCE_WORDS = 5;
  private static final int FILTER_BITS = 16;

  private final MediaTopics mediaTopics;

  /** Turns most words that speak for no topic away without a search. */
  private final BitSet filter = new BitSet(1 << FILTER_BITS);

  /** Features in ascending order, and for each the code of the topic that it speaks for. */
  private final int[] features;

  private final String[] codes;

  /** For each of these topics the code of the subject that it is under. */
  private final Map<String, String> subjects = new HashMap<>();

  private NarrowerTopics(MediaTopics mediaTopics, int[] features, String[] codes) {
    this.mediaTopics = mediaTopics;
    this.features = features;
    this.codes = codes;
    for (int feature : features) {
      filter.set(feature >>> 32 - FILTER_BITS);
    }
    for (String code : codes) {
      mediaTopics.subject(code).ifPresent(subject -> subjects.put(code, subject.code()));
    }
  }

  /**
   * The topics that come with this module.
   *
   * @throws UncheckedIOException where they cannot be read
   */
  public static NarrowerTopics load(MediaTopics mediaTopics) {
    Map<Integer, String> byFeature = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> topic : words().entrySet()) {
      for (String word : topic.getValue()) {
        byFeature.putIfAbsent(TopicFeatures.stem(word), topic.getKey());
      }
    }
    int[] features = byFeature.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    String[] codes = Arrays.stream(features).mapToObj(byFeature::get).toArray(String[]::new);
    return new NarrowerTopics(mediaTopics, features, codes);
  }

  /** The words that speak for each topic, by code. */
  static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    try (InputStream stream = NarrowerTopics.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("No resource " + RESOURCE);
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t");
          words.put(fields[0], List.of(fields[1].split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /**
   * The topics of a document with those of the second level behind them, each below its subject.
   */
  public TopicResult complete(TopicResult result, TopicWords words) {
    if (result.topics().isEmpty()) {
      return result;
    }
    Map<String, Found> found = new LinkedHashMap<>();
    collect(words.title(), IN_TITLE, found);
    collect(words.text(), 1, found);
    List<TopicScore> topics = new ArrayList<>(result.topics());
    for (TopicScore subject : result.topics()) {
      narrower(subject, found, topics);
    }
    topics.sort(Comparator.comparingDouble(TopicScore::score).reversed());
    return new TopicResult(topics, result.subjectScores());
  }

  /** What speaks for a topic. */
  private static final class Found {
    private final Set<String> words = new LinkedHashSet<>();
    private int weight;
  }

  private void collect(TopicFeatures text, int weight, Map<String, Found> found) {
    for (int word = 0; word < text.words(); word++) {
      for (int i = text.firstFeature(word); i < text.firstFeature(word + 1); i++) {
        int at = find(text.hash(i));
        if (at >= 0) {
          Found topic = found.computeIfAbsent(codes[at], code -> new Found());
          String form = text.word(word).toLowerCase(Locale.ROOT);
          topic.weight += topic.words.add(form) ? weight : 0;
          break;
        }
      }
    }
  }

  private int find(int feature) {
    return filter.get(feature >>> 32 - FILTER_BITS) ? Arrays.binarySearch(features, feature) : -1;
  }

  private void narrower(TopicScore subject, Map<String, Found> found, List<TopicScore> topics) {
    int all = 0;
    for (Map.Entry<String, Found> topic : found.entrySet()) {
      all += isUnder(topic.getKey(), subject) ? topic.getValue().weight : 0;
    }
    for (Map.Entry<String, Found> topic : found.entrySet()) {
      int weight = topic.getValue().weight;
      if (weight >= FEWEST_WORDS && 2 * weight > all && isUnder(topic.getKey(), subject)) {
        topics.add(
            new TopicScore(
                topic.getKey(),
                mediaTopics.name(topic.getKey()),
                subject.score() * weight / (all + 1),
                topic.getValue().words.stream().limit(EVIDENCE_WORDS).toList()));
      }
    }
  }

  private boolean isUnder(String code, TopicScore subject) {
    return subject.code().equals(subjects.get(code));
  }
}
