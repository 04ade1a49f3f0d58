package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NameHeadTest {

  private static final int LABELS = NameLabels.COUNT;

  @Test
  void readsWhatItWrote() throws IOException {
    byte[] written = bytes(head());
    NameHead read = NameHead.read(new ByteArrayInputStream(written));
    assertThat(bytes(read)).isEqualTo(written);
    assertThat(read.size()).isEqualTo(3);
    assertThat(read.transition(0, 1)).isEqualTo(0.5f);
    int[] scores = new int[LABELS];
    read.sum(new int[] {Integer.MAX_VALUE, 123, Integer.MIN_VALUE}, 3, scores);
    assertThat(scores[2]).isEqualTo(-127 + 7);
    assertThat(scores[1]).isZero();
  }

  @Test
  void rejectsForeignAndDamagedFiles() throws IOException {
    byte[] foreign = "not a head at all, but long enough to look".getBytes(StandardCharsets.UTF_8);
    assertRejected(foreign);
    assertRejected(new byte[0]);
    byte[] written = bytes(head());
    assertRejected(Arrays.copyOf(written, written.length - 3));
    byte[] otherVersion = written.clone();
    otherVersion[4]++;
    assertRejected(otherVersion);
    byte[] otherLabels = written.clone();
    otherLabels[5]++;
    assertRejected(otherLabels);
    byte[] tooLarge = written.clone();
    tooLarge[10 + LABELS * LABELS * 4] = 0x7F;
    assertRejected(tooLarge);
  }

  private static void assertRejected(byte[] bytes) {
    assertThatThrownBy(() -> NameHead.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }

  private static NameHead head() {
    float[] transitions = new float[LABELS * LABELS];
    transitions[1] = 0.5f;
    byte[] weights = new byte[3 * LABELS];
    weights[2] = -127;
    weights[2 * LABELS + 2] = 7;
    return new NameHead(
        0.1f, transitions, new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}, weights);
  }

  private static byte[] bytes(NameHead head) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head.write(out);
    return out.toByteArray();
  }
}
