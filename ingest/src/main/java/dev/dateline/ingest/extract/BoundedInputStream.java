package dev.dateline.ingest.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Ends with an exception when more comes out of an archive than is allowed. */
final class BoundedInputStream extends FilterInputStream {

  private final long limit;
  private long left;

  BoundedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new IOException(
          String.format(Locale.ROOT, "the archive unpacks to more than %,d bytes", limit));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
