package dev.dateline.ingest.extract;

import dev.dateline.ingest.gzip.GzipStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What is inside of gzip, of all its members, of which archives of the web have thousands. Java's
 * own stream ends in silence where something else than a member follows one, and where the next
 * bytes are late; this one does not.
 */
final class GzipMembers extends GzipStream {

  private static final int BUFFER = 8 * 1024;

  /** Length of what ends a member: CRC 32 and size (RFC 1952). */
  private static final int TRAILER = 8;

  private @Nullable IOException broken;

  GzipMembers(InputStream in) throws IOException {
    super(new Awaiting(in), BUFFER);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (broken != null) {
      throw broken;
    }
    try {
      int read = super.read(bytes, offset, length);
      if (read < 0 && isSomethingBehind()) {
        throw new ZipException("something else stands behind its last part");
      }
      return read;
    } catch (IOException e) {
      broken = e;
      throw e;
    }
  }

  /** Whether more than zeros, which tapes are filled up with, is left. */
  private boolean isSomethingBehind() throws IOException {
    for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
      if (buf[i] != 0) {
        return true;
      }
    }
    return in.read() > 0;
  }

  /** Says that there is more to read unless it is at its end, and waits to find out. */
  private static final class Awaiting extends FilterInputStream {

    Awaiting(InputStream in) {
      super(in.markSupported() ? in : new BufferedInputStream(in));
    }

    @Override
    public int available() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : Math.max(1, in.available());
    }
  }
}
