package dev.dateline.enrich.stage.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuffmanCodeTest {

  private static final int HEADER = 4 + 256 + 4;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100, 100_000})
  void readsWhatItWrote(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(3).nextBytes(bytes);

    assertThat(read(write(bytes))).isEqualTo(bytes);
  }

  @Test
  void oneByteOverAndOver() throws IOException {
    byte[] bytes = new byte[1_000];

    byte[] written = write(bytes);

    assertThat(read(written)).isEqualTo(bytes);
    assertThat(written).hasSize(HEADER + 125);
  }

  @Test
  void bytesThatAreTooRareForShortCodes() throws IOException {
    byte[] bytes = new byte[1 << 21];
    int end = bytes.length;
    for (int symbol = 1; end > 1; symbol++) {
      Arrays.fill(bytes, end / 2, end, (byte) symbol);
      end /= 2;
    }

    assertThat(read(write(bytes))).isEqualTo(bytes);
  }

  @Test
  void commonBytesTakeFewBits() throws IOException {
    byte[] bytes = new byte[8_000];
    for (int i = 0; i < bytes.length; i += 8) {
      bytes[i] = (byte) i;
    }

    assertThat(write(bytes)).hasSizeLessThan(HEADER + 2_200);
  }

  private static byte[] write(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    HuffmanCode.write(new DataOutputStream(out), bytes);
    return out.toByteArray();
  }

  private static byte[] read(byte[] written) throws IOException {
    return HuffmanCode.read(new DataInputStream(new ByteArrayInputStream(written)));
  }
}
