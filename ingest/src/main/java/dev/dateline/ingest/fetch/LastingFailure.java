package dev.dateline.ingest.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that goes on failing once it has failed. Java's own stream of gzip takes a failure
 * behind a packed document for its end, from Java 23 on, and the next read of a transfer that was
 * cut says the same.
 */
final class LastingFailure extends FilterInputStream {

  private @Nullable IOException failure;

  LastingFailure(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
