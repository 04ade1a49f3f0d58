package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeadPackerTest {

  private static final int LABELS = NameLabels.COUNT;

  @Test
  void keepsTheFeaturesThatWeighMostOverAllLabels() throws IOException {
    float[] weights = new float[3 * LABELS];
    weights[1] = 0.9f;
    Arrays.fill(weights, LABELS, 2 * LABELS, -0.4f);
    weights[LABELS] = 0.4f;
    weights[2 * LABELS + 1] = 0.5f;
    assertThat(bytes(pack(weights, 1))).isEqualTo(bytes(packed(2, weights, LABELS)));
  }

  @Test
  void whatIsSaidForEveryLabelTakesNoRoom() throws IOException {
    float[] alike = new float[LABELS];
    Arrays.fill(alike, -3);
    assertThat(pack(alike, 5).size()).isZero();
    alike[4] = 1;
    float[] alone = new float[LABELS];
    alone[4] = 4;
    assertThat(bytes(pack(alike, 5))).isEqualTo(bytes(pack(alone, 5)));
  }

  @Test
  void nothingIsClipped() throws IOException {
    float[] tall = new float[2 * LABELS];
    tall[0] = 25.4f;
    tall[LABELS] = -12.7f;
    float[] half = new float[2 * LABELS];
    half[0] = 12.7f;
    half[LABELS] = -6.35f;
    byte[] ofTall = bytes(pack(tall, 2));
    byte[] ofHalf = bytes(pack(half, 2));
    int scaleEnd = 10;
    assertThat(Arrays.copyOfRange(ofTall, scaleEnd, ofTall.length))
        .isEqualTo(Arrays.copyOfRange(ofHalf, scaleEnd, ofHalf.length));
  }

  private static NameHead packed(int key, float[] weights, int at) {
    return HeadPacker.pack(
        new int[] {key}, Arrays.copyOfRange(weights, at, at + LABELS), transitions(), 1);
  }

  /** The keys are 1, 2 and so on. */
  private static NameHead pack(float[] weights, int most) {
    int[] keys = new int[weights.length / LABELS];
    Arrays.setAll(keys, row -> row + 1);
    return HeadPacker.pack(keys, weights, transitions(), most);
  }

  private static float[] transitions() {
    return new float[LABELS * LABELS];
  }

  private static byte[] bytes(NameHead head) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head.write(out);
    return out.toByteArray();
  }
}
