package dev.dateline.enrich.stage.deep;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The heads that ship, the languages for which they were measured to be better, and what the one
 * for topics counts there.
 */
public final class DeepHeads {

  private static final String FOLDER = "/dev/dateline/enrich/deep/";

  private final NamePerceptron names;
  private final DeepTopics topics;
  private final Set<String> nameLanguages;
  private final Map<String, Double> topicWeights;

  private DeepHeads(
      NamePerceptron names,
      DeepTopics topics,
      Set<String> nameLanguages,
      Map<String, Double> topicWeights) {
    this.names = names;
    this.topics = topics;
    this.nameLanguages = nameLanguages;
    this.topicWeights = topicWeights;
  }

  /** Reads the heads. */
  public static DeepHeads load() {
    try (InputStream names = open("names.head");
        InputStream topics = open("topics.head")) {
      return new DeepHeads(
          NamePerceptron.read(names),
          DeepTopics.read(topics),
          Set.copyOf(languages("names")),
          weights(languages("topics")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream resource = DeepHeads.class.getResourceAsStream(FOLDER + name);
    if (resource == null) {
      throw new IOException("No resource " + FOLDER + name);
    }
    return new BufferedInputStream(resource);
  }

  /** The line of {@code languages.tsv} that begins with a stage: the stage, then its languages. */
  private static List<String> languages(String stage) throws IOException {
    try (InputStream in = open("languages.tsv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        List<String> fields = List.of(line.strip().split("[\t ]"));
        if (fields.get(0).equals(stage)) {
          return fields.subList(1, fields.size());
        }
      }
    }
    throw new IOException("languages.tsv has no line " + stage);
  }

  /** Of fields such as {@code bg:0.75}: a BCP 47 tag and a weight. */
  private static Map<String, Double> weights(List<String> fields) {
    Map<String, Double> weights = new HashMap<>();
    for (String field : fields) {
      int colon = field.indexOf(':');
      weights.put(field.substring(0, colon), Double.valueOf(field.substring(colon + 1)));
    }
    return Map.copyOf(weights);
  }

  public NamePerceptron names() {
    return names;
  }

  public DeepTopics topics() {
    return topics;
  }

  /** Whether names of a language are found better than by the linear tagger. */
  public boolean namesBetter(String language) {
    return nameLanguages.contains(language);
  }

  /**
   * What the shares of the head for topics count in a language against those of the words, which
   * count 1; 0 where the words alone are as good.
   */
  public double topicWeight(String language) {
    return topicWeights.getOrDefault(language, 0.0);
  }
}
