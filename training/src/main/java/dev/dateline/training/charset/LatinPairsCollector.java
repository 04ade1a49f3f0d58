package dev.dateline.training.charset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts how often two letters follow each other in languages of Latin script: {@code
 * LatinPairsCollector EXAMPLES OUTPUT}. It reads the sentences in {@code names}, the texts in
 * {@code topics}, and in {@code letters} those of languages that have none of either. By these
 * counts the detection of charsets tells which reading of a byte makes words.
 */
public final class LatinPairsCollector {

  private static final String[] LANGUAGES =
      "ca cs da de en es et fi fr hr hu id is it lt lv nb nl pl pt ro sk sl sq sv sw tr".split(" ");

  private static final Pattern MARK = Pattern.compile("\\[[A-Z]+ ([^\\[\\]]*)\\]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** The last letter of Latin Extended-B. */
  private static final char LAST = 0x24F;

  /** Pairs are counted of so many; one that is rarer than one of them is left out. */
  private static final double OF = 10_000;

  private LatinPairsCollector() {}

  /**
   * Writes the table.
   *
   * @param arguments the folder of the examples, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Path examples = Path.of(arguments[0]);
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Pairs of letters of the languages in Latin script, with how many of ten thousand they"
            + " are; _ is the edge of a word; made by LatinPairsCollector.");
    for (String language : LANGUAGES) {
      lines.add(language + "\t" + row(texts(examples, language), language));
    }
    Files.write(Path.of(arguments[1]), lines);
  }

  private static List<String> texts(Path examples, String language) throws IOException {
    List<String> texts = new ArrayList<>();
    Path names = examples.resolve("names").resolve(language + ".tsv");
    if (Files.exists(names)) {
      for (String line : Files.readAllLines(names)) {
        texts.add(MARK.matcher(line.split("\t", 2)[0]).replaceAll("$1"));
      }
    }
    try (Stream<Path> topics = Files.list(examples.resolve("topics"))) {
      for (Path topic : topics.filter(file -> file.toString().endsWith(".tsv")).sorted().toList()) {
        for (String line : Files.readAllLines(topic)) {
          String[] columns = line.split("\t");
          if (columns.length > 1 && columns[0].equals(language)) {
            texts.add(columns[1]);
          }
        }
      }
    }
    Path letters = examples.resolve("letters").resolve(language + ".txt");
    if (Files.exists(letters)) {
      texts.addAll(Files.readAllLines(letters));
    }
    return texts;
  }

  private static String row(List<String> texts, String language) {
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    for (String text : texts) {
      String words = words(text, language);
      for (int i = 0; i + 1 < words.length(); i++) {
        counts.merge(words.substring(i, i + 2), 1, Integer::sum);
        all++;
      }
    }
    double total = all;
    return counts.entrySet().stream()
        .filter(pair -> pair.getKey().chars().allMatch(c -> c <= LAST))
        .map(pair -> Map.entry(pair.getKey(), Math.round(OF * pair.getValue() / total)))
        .filter(pair -> pair.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(pair -> pair.getKey().replace(' ', '_') + pair.getValue())
        .collect(Collectors.joining(" "));
  }

  /** The words in lower case, a space before and behind each. */
  private static String words(String text, String language) {
    String written =
        language.equals("ro")
            // Legacy charsets have the letters with cedillas alone.
            ? text.replace('ș', 'ş').replace('ț', 'ţ').replace('Ș', 'Ş').replace('Ț', 'Ţ')
            : text;
    String lower = written.toLowerCase(Locale.forLanguageTag(language));
    return NO_LETTERS.matcher(" " + lower + " ").replaceAll(" ");
  }
}
