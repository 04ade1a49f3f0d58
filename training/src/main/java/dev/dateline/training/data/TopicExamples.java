package dev.dateline.training.data;

import dev.dateline.enrich.knowledge.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The examples that the project has written: leads by subject, and words by subject. */
public final class TopicExamples {

  private TopicExamples() {}

  /** The lead of an article. */
  public record Lead(Subject subject, String language, String text) {}

  /** Words that speak for a subject in a language. */
  public record Words(Subject subject, String language, List<String> words) {}

  /** The leads under {@code topics/<slug>.tsv}, ordered by file and line. */
  public static List<Lead> leads(Path examples) {
    return leadsIn(examples.resolve("topics"));
  }

  /**
   * The leads under {@code measured/topics/<slug>.tsv}, which no model learns from; none where that
   * folder is not there.
   */
  public static List<Lead> measured(Path examples) {
    Path folder = examples.resolve("measured/topics");
    return Files.isDirectory(folder) ? leadsIn(folder) : List.of();
  }

  private static List<Lead> leadsIn(Path folder) {
    List<Lead> leads = new ArrayList<>();
    for (Path file : files(folder)) {
      Subject subject = Subject.ofSlug(stem(file)).orElseThrow();
      for (String[] fields : rows(file)) {
        leads.add(new Lead(subject, fields[0], fields[1]));
      }
    }
    return leads;
  }

  /** The words under {@code subject-words/<language>.tsv}, ordered by file and line. */
  public static List<Words> words(Path examples) {
    List<Words> words = new ArrayList<>();
    for (Path file : files(examples.resolve("subject-words"))) {
      for (String[] fields : rows(file)) {
        Subject subject = Subject.ofSlug(fields[0]).orElseThrow();
        words.add(new Words(subject, stem(file), List.of(fields[1].split(" "))));
      }
    }
    return words;
  }

  /** Further subjects of SIB-200 training sentences by the sentence's number. */
  public static Map<Integer, List<Subject>> sibSubjects(Path examples) {
    Map<Integer, List<Subject>> subjects = new TreeMap<>();
    for (String[] fields : rows(examples.resolve("sib200-subjects.tsv"))) {
      subjects.put(
          Integer.parseInt(fields[0]),
          Arrays.stream(fields[1].split(",")).map(s -> Subject.ofSlug(s).orElseThrow()).toList());
    }
    return subjects;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String[]> rows(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .filter(fields -> fields.length == 2)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".tsv".length());
  }
}
