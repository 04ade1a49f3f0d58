package dev.dateline.training;

import dev.dateline.training.deep.DeepTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains the heads of the deep tagger. {@code [--data DIR] [--examples DIR] [--models DIR]
 * [--states DIR] [--out DIR] [names] [topics] [trial]}: {@code --models} holds the encoder, as
 * {@code dateline model fetch} keeps it; {@code --states} keeps what the encoder made of the texts,
 * some 2 GB, for the next time; {@code trial} trains nothing and tells what the encoder could count
 * beside the words in topics. The same states give the same bytes.
 */
public final class TrainDeepHeads {

  private TrainDeepHeads() {}

  /** Does what the arguments name, all of it where they name none. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of("../shared/data");
    Path examples = Path.of("training/examples");
    Path models = Path.of(".dateline/models");
    Path states = Path.of("training/target/states");
    Path out = Path.of("enrich/src/main/resources/dev/dateline/enrich/deep");
    boolean names = false;
    boolean topics = false;
    boolean trial = false;
    List<String> rest = List.of(arguments);
    for (int i = 0; i < rest.size(); i++) {
      switch (rest.get(i)) {
        case "--data" -> data = Path.of(value(rest, ++i));
        case "--examples" -> examples = Path.of(value(rest, ++i));
        case "--models" -> models = Path.of(value(rest, ++i));
        case "--states" -> states = Path.of(value(rest, ++i));
        case "--out" -> out = Path.of(value(rest, ++i));
        case "names" -> names = true;
        case "topics" -> topics = true;
        case "trial" -> trial = true;
        default -> throw new IllegalArgumentException("Unknown argument: " + rest.get(i));
      }
    }
    boolean all = !names && !topics && !trial;
    try (DeepTraining training = new DeepTraining(data, models, states, System.err)) {
      if (all || names) {
        training.trainNames(examples.resolve("names"), out.resolve("names.head"));
      }
      if (all || topics) {
        training.trainTopics(examples, out.resolve("topics.head"));
      }
      if (trial) {
        System.out.print(training.tryTopics(examples));
      }
    }
  }

  private static String value(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException(arguments.get(index - 1) + " needs a value");
    }
    return arguments.get(index);
  }
}
