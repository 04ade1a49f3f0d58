package dev.dateline.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliveredBodyTest {

  private static final String NO_SIGNATURE = "sha1=0000000000000000000000000000000000000000";

  private final HubSignature signature = HubSignature.parse(NO_SIGNATURE, "secret").orElseThrow();

  @Test
  void isKeptUpToALength() throws IOException {
    assertThat(read("four", 4).carried()).hasValueSatisfying(bytes -> assertThat(bytes).hasSize(4));
    DeliveredBody larger = read("fifth", 4);
    assertThat(larger.isWhole()).isTrue();
    assertThat(larger.carried()).isEmpty();
  }

  private DeliveredBody read(String body, int carry) throws IOException {
    InputStream in = new ByteArrayInputStream(body.getBytes(UTF_8));
    return DeliveredBody.read(in, signature, carry, 100, () -> true);
  }

  @Test
  void oneThatNeverEndsIsLeft() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            into[from] = 'x';
            return 1;
          }
        };
    AtomicInteger reads = new AtomicInteger();
    DeliveredBody slow =
        DeliveredBody.read(
            endless, signature, 100, Long.MAX_VALUE, () -> reads.incrementAndGet() < 1_000);
    assertThat(slow.isWhole()).isFalse();
    assertThat(reads).hasValue(1_000);
  }
}
