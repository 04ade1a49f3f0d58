package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
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

  @Test
  void aCopyTeachesWhereItsSentenceMay() throws IOException {
    MarkedText german =
        BracketText.parse("written", "", "de", "Ministerin [PER Eva Kurz] kam nach [LOC Bonn].");
    NameSwaps swaps = NameSwaps.of(List.of(german), Knowledge.load(), 1);
    NameTrainer trainer = new NameTrainer(english(), swaps, NameFlags.NONE, OPTIONS);

    assertThat(bytes(trainer.train(text -> text.language().equals("en"))))
        .isEqualTo(bytes(train()));
    assertThat(bytes(trainer.train(text -> true))).isNotEqualTo(bytes(train()));
  }

  private static NameHead train() {
    return trainer(english()).train(text -> true);
  }

  private static List<MarkedText> english() {
    List<MarkedText> texts = new ArrayList<>();
    List<String> people = List.of("Anna Berg", "Omar Sy", "Lena Voss", "Piet Mol", "Rosa Diaz");
    List<String> places = List.of("Oslo", "Berne", "Quito", "Tartu", "Lagos");
    for (String person : people) {
      for (String place : places) {
        String line = "Minister [PER " + person + "] came to [LOC " + place + "] on Monday.";
        texts.add(BracketText.parse("written", "", "en", line));
      }
    }
    return texts;
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
