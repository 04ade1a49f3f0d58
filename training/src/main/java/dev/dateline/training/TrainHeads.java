package dev.dateline.training;

import dev.dateline.enrich.stage.linear.SparseModel;
import dev.dateline.training.language.LanguageTrainer;
import dev.dateline.training.topic.TopicTrainer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains the committed models of the language and topic stages anew; the same data gives the same
 * bytes. Arguments: {@code [--data DIR] [--examples DIR] [--out DIR] [language] [topics]}.
 */
public final class TrainHeads {

  private TrainHeads() {}

  /** Runs the trainers that the arguments name, all of them where they name none. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of("../shared/data");
    Path examples = Path.of("training/examples");
    Path out = Path.of("enrich/src/main/resources/dev/dateline/enrich");
    boolean language = false;
    boolean topics = false;
    List<String> rest = List.of(arguments);
    for (int i = 0; i < rest.size(); i++) {
      switch (rest.get(i)) {
        case "--data" -> data = Path.of(value(rest, ++i));
        case "--examples" -> examples = Path.of(value(rest, ++i));
        case "--out" -> out = Path.of(value(rest, ++i));
        case "language" -> language = true;
        case "topics" -> topics = true;
        default -> throw new IllegalArgumentException("Unknown argument: " + rest.get(i));
      }
    }
    boolean all = !language && !topics;
    if (all || language) {
      write(LanguageTrainer.train(data, examples), out.resolve("language/languages.bin"));
    }
    if (all || topics) {
      write(TopicTrainer.train(data, examples), out.resolve("topic/topics.bin"));
    }
  }

  private static String value(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException(arguments.get(index - 1) + " needs a value");
    }
    return arguments.get(index);
  }

  private static void write(SparseModel model, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      model.write(out);
    }
  }
}
