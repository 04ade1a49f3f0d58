package dev.dateline.enrich.stage.deep;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The heads that ship, and the languages that they serve. */
public final class DeepHeads {

  private static final String FOLDER = "/dev/dateline/enrich/deep/";

  private final NamePerceptron names;
  private final DeepTopics topics;
  private final Set<String> nameLanguages;
  private final Set<String> topicLanguages;

  private DeepHeads(
      NamePerceptron names,
      DeepTopics topics,
      Set<String> nameLanguages,
      Set<String> topicLanguages) {
    this.names = names;
    this.topics = topics;
    this.nameLanguages = nameLanguages;
    this.topicLanguages = topicLanguages;
  }

  /** Reads the heads. */
  public static DeepHeads load() {
    try (InputStream names = open("names.head");
        InputStream topics = open("topics.head")) {
      return new DeepHeads(
          NamePerceptron.read(names),
          DeepTopics.read(topics),
          Set.copyOf(languages("names")),
          Set.copyOf(languages("topics")));
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

  /** Whether the encoder has learnt a language, so that it has a say in topics. */
  public boolean knowsTopics(String language) {
    return topicLanguages.contains(language);
  }
}
