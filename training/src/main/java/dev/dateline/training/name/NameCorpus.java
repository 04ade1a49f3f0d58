package dev.dateline.training.name;

import dev.dateline.enrich.stage.link.Gazetteer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The marked texts that the tagger learns from and is measured on. */
public final class NameCorpus {

  private static final String WRITTEN = "written";

  /** Source of the copies. */
  static final String SWAPPED = "swapped";

  private NameCorpus() {}

  /**
   * The public sets that lie in a data folder, with the parallel sentences that the knowledge base
   * marks, and the sentences written for this project.
   *
   * @param data folder with {@code bsnlp-slavner}, {@code nerel} and {@code sib200}
   * @param examples folder of bracketed sentences, a file a language
   * @throws java.io.UncheckedIOException where one of them cannot be read
   */
  public static List<MarkedText> read(Path data, Path examples, Gazetteer gazetteer) {
    List<MarkedText> texts = new ArrayList<>();
    texts.addAll(SlavNer.readMarked(data));
    texts.addAll(Nerel.read(data));
    texts.addAll(BracketText.readFolder(WRITTEN, examples));
    texts.addAll(ParallelSentences.read(data, gazetteer));
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
   * Texts of a file of {@code language TAB bracketed text} lines, from an operator or a teacher.
   */
  public static List<MarkedText> readFile(String source, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + " is not a file");
    }
    return BracketText.readFile(source, file);
  }

  /** Whether a text is a sentence written for this project. */
  static boolean isWritten(MarkedText text) {
    return text.source().equals(WRITTEN);
  }

  /** Whether a text is kept from training for good. */
  public static boolean isHeldBack(MarkedText text) {
    return text.group().equals(BracketText.HELD_BACK);
  }
}
