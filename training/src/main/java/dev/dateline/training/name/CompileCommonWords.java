package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.CommonWords;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.language.SibLanguages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts in how many sentences of the training part of SIB-200, and leads written here, the words
 * of scripts without case stand. Arguments: the folder of the public sets, the folder of the leads
 * and the file to write. The same texts give the same bytes.
 */
public final class CompileCommonWords {

  /** So many texts of one language make a word common, more common, most common. */
  private static final int[] LEAST_TEXTS = {2, 4, 8};

  private CompileCommonWords() {}

  /** Runs the compilation; see the description of the class. */
  public static void main(String[] arguments) throws IOException {
    SortedMap<Integer, Integer> levels =
        levels(texts(Path.of(arguments[0]), Path.of(arguments[1])));
    Path out = Path.of(arguments[2]);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
      CommonWords.write(levels, file);
    }
    System.out.printf("%s: %d words, %d bytes%n", out, levels.size(), Files.size(out));
  }

  /** Texts by language. */
  private static Map<String, List<String>> texts(Path data, Path leads) throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    Map<String, List<Sib200.Sentence>> sentences = Sib200.read(data, "train");
    SibLanguages.codeByTag()
        .forEach(
            (tag, code) ->
                sentences.get(code).forEach(sentence -> add(texts, tag, sentence.text())));
    try (Stream<Path> files = Files.list(leads)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          int tab = line.indexOf('\t');
          if (tab > 0) {
            add(texts, line.substring(0, tab), line.substring(tab + 1));
          }
        }
      }
    }
    return texts;
  }

  private static void add(Map<String, List<String>> texts, String language, String text) {
    texts.computeIfAbsent(language, unseen -> new ArrayList<>()).add(text);
  }

  /** The levels of what is common, by slot: as high as in the language that has most of it. */
  static SortedMap<Integer, Integer> levels(Map<String, List<String>> textsByLanguage) {
    SortedMap<Integer, Integer> levels = new TreeMap<>();
    for (List<String> texts : textsByLanguage.values()) {
      Map<Integer, Integer> counts = new HashMap<>();
      for (String text : texts) {
        CommonWords.slots(text).forEach(slot -> counts.merge(slot, 1, Integer::sum));
      }
      counts.forEach((slot, count) -> levels.merge(slot, level(count), Math::max));
    }
    levels.values().removeIf(level -> level == 0);
    return levels;
  }

  private static int level(int count) {
    int level = 0;
    while (level < LEAST_TEXTS.length && count >= LEAST_TEXTS[level]) {
      level++;
    }
    return level;
  }
}
