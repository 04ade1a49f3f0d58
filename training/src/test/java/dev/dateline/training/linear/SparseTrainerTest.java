package dev.dateline.training.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.linear.SparseModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseTrainerTest {

  private static final SparseTrainer.Settings SETTINGS =
      new SparseTrainer.Settings(5, 0.2f, 0.1f, 0, 0, 0, 500, 127, 7);

  @Test
  void learnsWhichFeaturesSpeakForWhichLabel() {
    SparseModel model = trained();

    assertThat(best(model, spread(1), spread(2))).isZero();
    assertThat(best(model, spread(11), spread(12))).isEqualTo(1);
  }

  @Test
  void givesTheSameBytesForTheSameSamples() throws IOException {
    assertThat(bytes(trained())).isEqualTo(bytes(trained()));
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    byte[] written = bytes(trained());

    SparseModel read = SparseModel.read(new ByteArrayInputStream(written));

    assertThat(bytes(read)).isEqualTo(written);
    assertThat(read.labels()).containsExactly("first", "second");
    assertThat(best(read, spread(11), spread(12))).isEqualTo(1);
  }

  @Test
  void keepsTheBalanceOfASetOutOfTheWeights() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      samples.add(sample(0, spread(1), spread(100)));
    }
    for (int i = 0; i < 30; i++) {
      samples.add(sample(1, spread(2), spread(100)));
    }

    SparseModel model = new SparseTrainer(List.of("first", "second"), 12, SETTINGS).train(samples);

    int[] common = new int[2];
    model.add(new int[] {spread(100)}, 0, 1, 1, common);
    int[] rare = new int[2];
    model.add(new int[] {spread(2)}, 0, 1, 1, rare);
    assertThat(rare[1] - rare[0]).isGreaterThan(common[0] - common[1]);
  }

  @Test
  void decayKeepsCommonFeaturesSmall() {
    SparseModel free = ofCommonAndRare(SETTINGS);
    SparseModel drawn =
        ofCommonAndRare(new SparseTrainer.Settings(5, 0.2f, 0.1f, 0.05f, 0, 0, 500, 127, 7));

    assertThat(commonToRare(drawn)).isLessThan(commonToRare(free) / 2);
  }

  @Test
  void rarityMakesRareFeaturesCountMore() {
    SparseModel even = ofCommonAndRare(SETTINGS);
    SparseModel scaled =
        ofCommonAndRare(new SparseTrainer.Settings(5, 0.2f, 0.1f, 0, 0, 0.5, 500, 127, 7));

    assertThat(commonToRare(scaled)).isLessThan(commonToRare(even) / 2);
  }

  /** One feature stands in every sample of the first label, others in one sample each. */
  private static SparseModel ofCommonAndRare(SparseTrainer.Settings settings) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int label = i % 2;
      samples.add(sample(label, spread(label == 0 ? 1 : 100 + i), spread(1_000 + i)));
    }
    return new SparseTrainer(List.of("first", "second"), 16, settings).train(samples);
  }

  /** What the common feature says beside the mean of what the rare ones do. */
  private static double commonToRare(SparseModel model) {
    double rare = 0;
    for (int i = 0; i < 200; i += 2) {
      rare += difference(model, spread(1_000 + i));
    }
    return difference(model, spread(1)) / (rare / 100);
  }

  private static int difference(SparseModel model, int feature) {
    int[] sums = new int[2];
    model.add(new int[] {feature}, 0, 1, 1, sums);
    return sums[0] - sums[1];
  }

  private static SparseModel trained() {
    Random random = new Random(3);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int label = i % 2;
      int start = 10 * label;
      samples.add(
          sample(
              label,
              spread(start + random.nextInt(5)),
              spread(start + random.nextInt(5)),
              spread(100 + random.nextInt(50))));
    }
    return new SparseTrainer(List.of("first", "second"), 12, SETTINGS).train(samples);
  }

  private static Sample sample(int label, int... features) {
    float[] targets = new float[2];
    targets[label] = 1;
    return new Sample(() -> features, 0, 1, targets);
  }

  private static int spread(int feature) {
    return feature * 0x9e3779b1;
  }

  private static int best(SparseModel model, int... features) {
    int[] sums = new int[2];
    for (int feature : features) {
      model.add(new int[] {feature}, 0, 1, 1, sums);
    }
    return sums[1] > sums[0] ? 1 : 0;
  }

  private static byte[] bytes(SparseModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }
}
