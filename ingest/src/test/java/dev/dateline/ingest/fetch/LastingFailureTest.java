package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LastingFailureTest {

  /** Gives one byte, fails once, and then claims to be at its end. */
  private static final class Cut extends InputStream {

    private int reads;

    @Override
    public int read() throws IOException {
      reads++;
      if (reads == 2) {
        throw new IOException("cut");
      }
      return reads == 1 ? 0xFE : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = read();
      bytes[offset] = (byte) read;
      return read < 0 ? -1 : 1;
    }
  }

  @Test
  void aStreamThatFailedIsNotAtItsEnd() throws IOException {
    LastingFailure stream = new LastingFailure(new Cut());

    assertThat(stream.read()).isEqualTo(0xFE);
    assertThatThrownBy(stream::read).hasMessage("cut");
    assertThatThrownBy(() -> stream.read(new byte[8], 0, 8)).hasMessage("cut");
    assertThatThrownBy(stream::readAllBytes).hasMessage("cut");
  }
}
