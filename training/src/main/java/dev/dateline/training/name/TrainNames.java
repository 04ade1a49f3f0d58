package dev.dateline.training.name;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.name.NameHead;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the head of the name tagger. {@code --data DIR} holds the public sets, {@code --examples
 * DIR} the sentences written here, {@code --out FILE} receives the head; {@code --gold FILE} and
 * {@code --silver FILE}, as often as wanted, add lines of {@code language TAB text} with {@code
 * [PER name]} marks. The same input gives the same bytes.
 */
public final class TrainNames {

  private static final Path SHIPPED =
      Path.of("enrich/src/main/resources/dev/dateline/enrich/name/names.head");

  private TrainNames() {}

  /** Runs the training; see the description of the class. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of("../shared/data");
    Path examples = Path.of("training/examples/names");
    Path out = SHIPPED;
    List<MarkedText> added = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      Path value = Path.of(arguments[i + 1]);
      switch (arguments[i]) {
        case "--data" -> data = value;
        case "--examples" -> examples = value;
        case "--out" -> out = value;
        case "--gold", "--silver" ->
            added.addAll(NameCorpus.readFile(arguments[i].substring(2), value));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    Gazetteer gazetteer = new Gazetteer(Knowledge.load());
    List<MarkedText> texts = NameCorpus.read(data, examples, gazetteer);
    texts.addAll(added);
    NameHead head = NameTrainer.shipped(texts, gazetteer).train(text -> true);
    Files.createDirectories(out.toAbsolutePath().getParent());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
      head.write(file);
    }
    System.out.printf(
        "%s: %d features from %d texts, %d bytes%n",
        out, head.size(), texts.size(), Files.size(out));
  }
}
