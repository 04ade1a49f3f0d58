package dev.dateline.training.eval;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.link.BaseFormModel;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.training.link.BaseFormTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Trains the base forms on SlavNER: {@code BaseFormLearner DATA OUTPUT}. */
public final class BaseFormLearner {

  private static final String NO_TOPIC = "";

  /**
   * The first times that a pair of form and base form comes count, each less than the one before.
   */
  private static final int MOST_TIMES = 3;

  private BaseFormLearner() {}

  /**
   * Trains on all topics and writes the weights.
   *
   * @param arguments the folder of the data sets, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    List<LinkGold.Text> texts = LinkGold.slavNer(Path.of(arguments[0]));
    byte[] weights = trainer(Knowledge.load(), texts, NO_TOPIC).trainWeights();
    Files.write(Path.of(arguments[1]), weights);
  }

  /** A model that has not seen one topic. */
  static BaseFormModel learn(Knowledge knowledge, List<LinkGold.Text> texts, String without) {
    return trainer(knowledge, texts, without).train();
  }

  private static BaseFormTrainer trainer(
      Knowledge knowledge, List<LinkGold.Text> texts, String without) {
    BaseFormTrainer trainer = new BaseFormTrainer(knowledge);
    Map<String, Integer> seen = new HashMap<>();
    for (LinkGold.Text text : texts) {
      if (text.topic().equals(without)) {
        continue;
      }
      Set<String> words = words(text);
      for (LinkGold.Name name : text.names()) {
        String pair = text.language() + name.form() + '\t' + name.base();
        int times = seen.merge(pair, 1, Integer::sum);
        if (times <= MOST_TIMES) {
          trainer.add(text.language(), name.form(), name.base(), name.type(), words, 1.0 / times);
        }
      }
    }
    return trainer;
  }

  private static Set<String> words(LinkGold.Text text) {
    Set<String> words = new HashSet<>();
    for (LinkGold.Name name : text.names()) {
      Tokens tokens = Tokens.words(name.form());
      for (int i = 0; i < tokens.size(); i++) {
        words.add(tokens.word(i).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
