package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.model.EncoderFiles;
import dev.dateline.enrich.model.EncoderSource;
import dev.dateline.enrich.model.ModelFolder;
import dev.dateline.enrich.model.TinyEncoder;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small encoder all the way from a checkpoint through the conversion to states. */
class EncoderTest {

  private final TinyEncoder tiny = new TinyEncoder();
  @TempDir private Path folder;
  private EncoderFiles files;

  @BeforeEach
  void convert() throws IOException {
    Path artifact = tiny.write(folder);
    EncoderSource source = tiny.source(artifact);
    ModelFolder models = new ModelFolder(folder.resolve("models"));
    models.add(source, into -> Files.copy(artifact, into.resolve("a.jar")), line -> {});
    files = models.open(source);
  }

  @Test
  void theConvertedGraphComputesWhatTheCheckpointSays() throws IOException {
    try (Encoder encoder = Encoder.open(files, 1)) {
      Pieces pieces = encoder.wordPieces().split("Radev in Sofia.", 0, 15, 100);
      assertThat(pieces.ids()).containsExactly(4, 5, 6, 7, 8, 9);

      Encoder.States states = encoder.encode(List.of(pieces)).get(0);

      int[] whole = {2, 4, 5, 6, 7, 8, 9, 3};
      assertThat(cosine(states.six(), expected(whole, 6))).isGreaterThan(0.98);
      assertThat(cosine(states.eight(), expected(whole, 8))).isGreaterThan(0.98);
      assertThat(cosine(states.nine(), expected(whole, 9))).isGreaterThan(0.98);
      assertThat(cosine(states.nine(), expected(whole, 6))).isLessThan(0.9);
    }
  }

  @Test
  void paddingChangesNothingButTheSteps() throws IOException {
    try (Encoder encoder = Encoder.open(files, 1)) {
      Pieces longer = encoder.wordPieces().split("Radev in Sofia.", 0, 15, 100);
      Pieces shorter = encoder.wordPieces().split("Radev in", 0, 8, 100);

      List<Encoder.States> together = encoder.encode(List.of(longer, shorter));
      Encoder.States alone = encoder.encode(List.of(shorter)).get(0);

      assertThat(together.get(0).nine()).hasSize(6 * TinyEncoder.WIDTH);
      assertThat(together.get(1).nine()).hasSize(3 * TinyEncoder.WIDTH);
      assertThat(cosine(together.get(1).nine(), alone.nine())).isGreaterThan(0.97);
    }
  }

  @Test
  void aTextIsReadInWholeSentencesAsFarAsTheBudgetGoes() throws IOException {
    try (Encoder encoder = Encoder.open(files, 1)) {
      TextEncoder reader = new TextEncoder(encoder);
      Tokens title = Tokens.of("Radev in Sofia");
      Tokens body = Tokens.of("Radev in Sofia. Sofia in Radev.\nRadev.");

      EncodedText all = reader.read(List.of(title, body), 100).get(1);
      EncodedText some = reader.read(List.of(title, body), 6).get(1);
      EncodedText none = reader.read(List.of(title, body), 5).get(1);

      assertThat(all.covered()).isEqualTo(body.size());
      assertThat(some.covered()).isEqualTo(body.sentenceEnd(0));
      assertThat(none.covered()).isZero();
      assertThat(some.pieces()).isEqualTo(6);
      assertThat(some.words()).hasSize(some.covered() * some.width());
    }
  }

  @Test
  void aHostileTextStaysWithinItsBudget() throws IOException {
    try (Encoder encoder = Encoder.open(files, 1)) {
      TextEncoder reader = new TextEncoder(encoder);
      for (String text :
          List.of(
              "", "\u200b\u200b", "a".repeat(2_000_000), "in ".repeat(700_000), "й́".repeat(9))) {
        Tokens tokens = Tokens.of(text);

        EncodedText encoded = reader.read(List.of(tokens), 20).get(0);

        assertThat(encoded.pieces()).isLessThanOrEqualTo(20 + TextEncoder.FINISHING);
        assertThat(encoded.covered()).isLessThanOrEqualTo(tokens.size());
      }
    }
  }

  @Test
  void aFileThatIsNoGraphIsRefused() throws IOException {
    Files.writeString(files.graph(), "no graph");

    assertThatThrownBy(() -> Encoder.open(files, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be opened");
  }

  /** What is computed of a whole sequence, without the marks at its ends. */
  private float[] expected(int[] whole, int layer) {
    float[] states = tiny.states(whole, layer);
    return Arrays.copyOfRange(states, TinyEncoder.WIDTH, states.length - TinyEncoder.WIDTH);
  }

  private static double cosine(float[] first, float[] second) {
    assertThat(first).hasSize(second.length);
    double product = 0;
    double one = 0;
    double two = 0;
    for (int i = 0; i < first.length; i++) {
      product += first[i] * second[i];
      one += first[i] * first[i];
      two += second[i] * second[i];
    }
    return product / Math.sqrt(one * two);
  }
}
