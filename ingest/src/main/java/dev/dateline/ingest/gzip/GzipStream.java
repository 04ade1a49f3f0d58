package dev.dateline.ingest.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What is inside of gzip, of all its members. Java's own stream calls itself at the end of each
 * member, so that a hundred thousand empty ones, which take 2 MB, overflow the stack; this one goes
 * on from member to member in a loop.
 */
public class GzipStream extends GZIPInputStream {

  private boolean reading;

  /**
   * @param buffer bytes that are read at once
   * @throws IOException where it does not begin as gzip does
   */
  public GzipStream(InputStream in, int buffer) throws IOException {
    super(in, buffer);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (reading) {
      return 0; // the call of its own: nothing yet of the next member
    }
    reading = true;
    try {
      int read = super.read(bytes, offset, length);
      while (read == 0 && length > 0) {
        read = super.read(bytes, offset, length);
      }
      return read;
    } finally {
      reading = false;
    }
  }
}
