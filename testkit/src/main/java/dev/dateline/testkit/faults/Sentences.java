package dev.dateline.testkit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Sentences written for Dateline, each with a place for a number, by language. */
record Sentences(Map<String, List<String>> byLanguage) {

  private static final String FILE = "sentences.tsv";

  static Sentences load() {
    Map<String, List<String>> found = new TreeMap<>();
    try (InputStream in = Sentences.class.getResourceAsStream(FILE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines
          .lines()
          .map(line -> line.split("\t"))
          .forEach(
              columns ->
                  found.computeIfAbsent(columns[0], key -> new ArrayList<>()).add(columns[2]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return new Sentences(found);
  }

  String language(SplittableRandom random) {
    List<String> languages = List.copyOf(byLanguage.keySet());
    return languages.get(random.nextInt(languages.size()));
  }

  String sentence(String language, SplittableRandom random, int number) {
    List<String> known = byLanguage.get(language);
    return String.format(Locale.ROOT, known.get(random.nextInt(known.size())), number);
  }
}
