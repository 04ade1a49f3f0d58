package dev.dateline.training.name;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The marked texts that the tagger learns from and is measured on. */
public final class NameCorpus {

  /** How often a written sentence counts: they are few and of many languages. */
  static final int WRITTEN_WEIGHT = 3;

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
    texts.addAll(BracketText.readFolder(examples));
    return texts;
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

  static int weight(MarkedText text) {
    return text.source().equals("written") ? WRITTEN_WEIGHT : 1;
  }
}
