package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.LinearNameRecognizer;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrfTrainerTest {

  private static final TrainingOptions OPTIONS = new TrainingOptions(8, 0.2f, 0.1f, 1, 50_000, 3);

  @Test
  void learnsFromContextWhatItNeverSaw() {
    NameHead head = train();
    List<NameSpan> names =
        new LinearNameRecognizer(head, NameFlags.NONE)
            .recognize(
                "Minister Zorya Kvant came to Yorvik on Friday.", new LanguageGuess("en", 1));
    assertThat(names)
        .extracting(name -> name.span().text(), NameSpan::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Zorya Kvant", EntityType.PERSON),
            org.assertj.core.groups.Tuple.tuple("Yorvik", EntityType.PLACE));
  }

  @Test
  void theSameExamplesGiveTheSameBytes() throws IOException {
    assertThat(bytes(train())).isEqualTo(bytes(train()));
  }

  @Test
  void whatIsHeldBackTeachesNothing() {
    MarkedText text = BracketText.parse("written", BracketText.HELD_BACK, "en", "[LOC Rome] burns");
    NameHead head = trainer(List.of(text)).train(chosen -> true);
    assertThat(head.size()).isZero();
  }

  private static NameHead train() {
    List<MarkedText> texts = new ArrayList<>();
    List<String> people = List.of("Anna Berg", "Omar Sy", "Lena Voss", "Piet Mol", "Rosa Diaz");
    List<String> places = List.of("Oslo", "Berne", "Quito", "Tartu", "Lagos");
    for (String person : people) {
      for (String place : places) {
        String line = "Minister [PER " + person + "] came to [LOC " + place + "] on Monday.";
        texts.add(BracketText.parse("written", "", "en", line));
      }
    }
    return trainer(texts).train(text -> true);
  }

  private static NameTrainer trainer(List<MarkedText> texts) {
    return new NameTrainer(texts, NameSwaps.NONE, NameFlags.NONE, OPTIONS);
  }

  private static byte[] bytes(NameHead head) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head.write(out);
    return out.toByteArray();
  }
}
