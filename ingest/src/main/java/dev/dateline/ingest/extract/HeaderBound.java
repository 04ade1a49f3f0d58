package dev.dateline.ingest.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;

/** Bounds what is read for a header: whoever parses one holds all of it in memory. */
final class HeaderBound extends FilterInputStream {

  /** Browsers and servers end at 256 KB, and most far below. */
  private static final int MOST = 1_000_000;

  private long left = Long.MAX_VALUE;

  HeaderBound(InputStream in) {
    super(in);
  }

  /** What is read from now on is a header. */
  void begin() {
    left = MOST;
  }

  /** What is read from now on is a body. */
  void end() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    check();
    int b = super.read();
    left -= b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    int read = super.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }

  /** Not more than will be given, so that no channel asks for it with bytes in its hands. */
  @Override
  public int available() throws IOException {
    return (int) Math.min(super.available(), left);
  }

  /**
   * Before anything is read, so that nothing is lost: behind a header that is too long one goes on.
   */
  private void check() throws IOException {
    if (left == 0) {
      throw new ZipException(
          String.format(Locale.ROOT, "a header takes more than %,d bytes", MOST));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
