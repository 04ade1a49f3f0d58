package dev.dateline.training.knowledge;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.text.LetterCase;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects the words of the project's own example sentences that are no names: {@code
 * CommonWordsCollector EXAMPLES FUNCTION_WORDS OUTPUT}. The examples mark their names, so whatever
 * stands outside a mark and never inside one is a word, even with a capital. Whole articles are
 * left out: their words would make the list half as long again, and the models may have no more
 * room.
 */
public final class CommonWordsCollector {

  private static final Pattern MARK = Pattern.compile("\\[[A-Z]+ ([^\\[\\]]*)\\]");

  /** Examples that nothing learns from. */
  private static final String MEASURED = "measured";

  /** Characters of a line beyond which an example for topics is an article, not a lead. */
  private static final int LONGEST_LEAD = 330;

  private final Set<String> words = new HashSet<>();
  private final Set<String> lower = new HashSet<>();
  private final Set<String> inNames = new HashSet<>();

  private CommonWordsCollector() {}

  /**
   * Collects the words.
   *
   * @param arguments the folder of the examples, the list of function words, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    CommonWordsCollector collector = new CommonWordsCollector();
    Path examples = Path.of(arguments[0]);
    try (Stream<Path> files = Files.walk(examples)) {
      List<Path> learnt =
          files
              .filter(file -> file.toString().endsWith(".tsv"))
              .filter(file -> !examples.relativize(file).startsWith(MEASURED))
              .sorted()
              .toList();
      for (Path file : learnt) {
        boolean marked = file.getParent().endsWith("names");
        boolean mayBeArticles = file.getParent().endsWith("topics");
        for (String line : Files.readAllLines(file)) {
          if (!mayBeArticles || line.length() <= LONGEST_LEAD) {
            collector.readLine(line, marked);
          }
        }
      }
    }
    Set<String> common = new TreeSet<>(collector.words);
    common.removeAll(collector.inNames);
    common.addAll(collector.lower);
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      if (!line.startsWith("#")) {
        collect(line.substring(line.indexOf('\t') + 1), common, Case.LOWER);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("# Words of the example sentences that are no names; made by CommonWordsCollector.");
    lines.addAll(common);
    Files.write(Path.of(arguments[2]), lines);
  }

  private void readLine(String line, boolean marked) {
    Matcher marks = MARK.matcher(line);
    while (marks.find()) {
      collect(marks.group(1), inNames, Case.UPPER);
    }
    String outside = MARK.matcher(line).replaceAll(" ");
    collect(outside, lower, Case.LOWER);
    if (marked) {
      collect(outside, words, Case.UPPER);
    }
  }

  private enum Case {
    LOWER,
    UPPER
  }

  private static void collect(String text, Set<String> into, Case wanted) {
    Tokens tokens = Tokens.words(text);
    for (int i = 0; i < tokens.size(); i++) {
      int first = text.codePointAt(tokens.start(i));
      boolean hasCase = LetterCase.isSmall(first) || Character.isUpperCase(first);
      boolean fits = (wanted == Case.UPPER) == Character.isUpperCase(first);
      if (tokens.isWord(i) && hasCase && fits && tokens.end(i) - tokens.start(i) > 1) {
        into.add(NameKeys.folded(tokens.word(i)));
      }
    }
  }
}
