package dev.dateline.enrich.stage.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseModelTest {

  private static final int BITS = 10;
  private static final int LABELS = 3;

  /** Two weights in every third bucket. */
  private static final SparseModel MODEL = model();

  @Test
  void sumsEachRowOfFeaturesByItself() {
    int[] hashes = hashes(2_000);
    int[] rows = {0, 700, 700, 1_999};
    int[] sums = new int[rows.length * LABELS];

    MODEL.add(hashes, hashes.length, rows, rows.length, sums);

    for (int row = 0; row < rows.length; row++) {
      int end = row + 1 < rows.length ? rows[row + 1] : hashes.length;
      int[] expected = new int[LABELS];
      for (int i = rows[row]; i < end; i++) {
        int bucket = hashes[i] >>> Integer.SIZE - BITS;
        if (bucket % 3 == 0) {
          expected[bucket / 3 % 2] += bucket % 100;
          expected[2] -= 1;
        }
      }
      for (int label = 0; label < LABELS; label++) {
        assertThat(sums[row * LABELS + label]).as("row %d", row).isEqualTo(expected[label]);
      }
    }
  }

  @Test
  void takesAwayWhatItAdded() {
    int[] hashes = hashes(600);
    int[] sums = new int[LABELS];

    MODEL.add(hashes, hashes.length, new int[] {0}, 1, sums);
    assertThat(sums).isNotEqualTo(new int[LABELS]);
    MODEL.add(hashes, 0, hashes.length, -1, sums);

    assertThat(sums).containsOnly(0);
  }

  @Test
  void sharpenedIsTheSameOnALargerScale() {
    int[] hashes = hashes(600);
    int[] sums = new int[LABELS];
    int[] sharpened = new int[LABELS];

    MODEL.add(hashes, 0, hashes.length, 1, sums);
    MODEL.sharpened(3).add(hashes, 0, hashes.length, 1, sharpened);

    assertThat(sharpened).isEqualTo(sums);
    assertThat(MODEL.sharpened(3).scale()).isEqualTo(3 * MODEL.scale());
  }

  @Test
  void readsWhatItWrote() throws IOException {
    int[] hashes = hashes(600);
    int[] written = new int[LABELS];
    int[] read = new int[LABELS];

    MODEL.add(hashes, 0, hashes.length, 1, written);
    SparseModel.read(new ByteArrayInputStream(bytes())).add(hashes, 0, hashes.length, 1, read);

    assertThat(read).isEqualTo(written);
  }

  @Test
  void whatIsCutOffIsNoModel() {
    byte[] file = bytes();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> SparseModel.read(new ByteArrayInputStream(cut)))
          .as("%d of %d bytes", length, file.length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void damageIsFoundOrHarmless() {
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      byte[] file = bytes();
      file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        SparseModel.read(new ByteArrayInputStream(file));
      } catch (IOException expected) {
        continue;
      }
    }
  }

  private static byte[] bytes() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      MODEL.write(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toByteArray();
  }

  private static int[] hashes(int count) {
    return new Random(5).ints(count).toArray();
  }

  private static SparseModel model() {
    int[] starts = new int[(1 << BITS) + 1];
    int used = ((1 << BITS) + 2) / 3;
    byte[] labels = new byte[2 * used];
    byte[] weights = new byte[2 * used];
    int entry = 0;
    for (int bucket = 0; bucket < 1 << BITS; bucket++) {
      starts[bucket] = entry;
      if (bucket % 3 == 0) {
        labels[entry] = (byte) (bucket / 3 % 2);
        weights[entry++] = (byte) (bucket % 100);
        labels[entry] = 2;
        weights[entry++] = -1;
      }
    }
    starts[1 << BITS] = entry;
    return SparseModel.of(List.of("a", "b", "c"), BITS, 1, starts, labels, weights);
  }
}
