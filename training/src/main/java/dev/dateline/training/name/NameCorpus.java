package dev.dateline.training.name;

import dev.dateline.enrich.stage.link.Gazetteer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The marked texts that the tagger learns from and is measured on. */
public final class NameCorpus {

  /** Written sentences are few, so they come back this often with other names. */
  private static final int SWAPPED_COPIES = 6;

  private static final String WRITTEN = "written";

  /** Source of the copies. */
  static final String SWAPPED = "swapped";

  private NameCorpus() {}

  /**
   * The public sets that lie in a data folder and the sentences written for this project.
   *
   * @param data folder with {@code bsnlp-slavner} and {@code nerel}
   * @param examples folder of bracketed sentences, a file a language
   * @throws java.io.UncheckedIOException where one of them cannot be read
   */
  public static List<MarkedText> read(Path data, Path examples) {
    List<MarkedText> texts = new ArrayList<>();
    texts.addAll(SlavNer.readMarked(data));
    texts.addAll(Nerel.read(data));
    texts.addAll(BracketText.readFolder(WRITTEN, examples));
    return texts;
  }

  /**
   * Sentences that are only measured with, of other stories and further languages; none where the
   * folder is not there.
   *
   * @param folder of bracketed sentences, a file a language
   * @throws java.io.UncheckedIOException where it cannot be read
   */
  public static List<MarkedText> measured(Path folder) {
    return Files.isDirectory(folder) ? BracketText.readFolder("measured", folder) : List.of();
  }

  /**
   * Adds what the knowledge base helps to make: parallel sentences that it marks, and copies of the
   * written sentences, of none that is held back, in which other names stand.
   */
  public static void addMade(List<MarkedText> texts, Path data, Gazetteer gazetteer, long seed) {
    texts.addAll(ParallelSentences.read(data, gazetteer));
    List<MarkedText> written =
        texts.stream().filter(text -> text.source().equals(WRITTEN) && !isHeldBack(text)).toList();
    texts.addAll(NameSwaps.copies(written, gazetteer.knowledge(), SWAPPED_COPIES, seed));
  }

  /**
   * Texts of a file of {@code language TAB bracketed text} lines, from an operator or a teacher.
   */
  public static List<MarkedText> readFile(String source, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is not a file");
    }
    return BracketText.readFile(source, file);
  }

  /** Whether a text is kept from training for good. */
  public static boolean isHeldBack(MarkedText text) {
    return text.group().equals(BracketText.HELD_BACK);
  }
}
