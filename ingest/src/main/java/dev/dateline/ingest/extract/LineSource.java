package dev.dateline.ingest.extract;

import dev.dateline.schemas.DeadLetterCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** JSON Lines: one article a line. A line that cannot be read costs itself alone. */
final class LineSource implements ItemSource {

  private final InputStream in;
  private final String location;
  private final int limit;
  private final byte[] block = new byte[32 * 1024];
  private int position;
  private int filled;
  private int line = -1;

  LineSource(InputStream in, String location, int limit) {
    this.in = in;
    this.location = location;
    this.limit = limit;
  }

  @Override
  public List<Extraction> next() throws IOException {
    while (fill()) {
      line++;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
      long length = readLine(bytes);
      if (length > limit) {
        return List.of(tooLarge(length, bytes.toByteArray()));
      }
      byte[] read = bytes.toByteArray();
      if (!isBlank(read)) {
        return Extractor.readLine(read, location, line);
      }
    }
    return List.of();
  }

  /** Reads to the end of the line; keeps no more than the limit of it. Returns its length. */
  private long readLine(ByteArrayOutputStream kept) throws IOException {
    long length = 0;
    while (fill()) {
      int end = position;
      while (end < filled && block[end] != '\n') {
        end++;
      }
      int part = end - position;
      kept.write(block, position, (int) Math.min(part, Math.max(0, limit - length)));
      length += part;
      position = end;
      if (end < filled) {
        position++;
        return length;
      }
    }
    return length;
  }

  private boolean fill() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, in.read(block));
    }
    return filled > 0;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private Extraction tooLarge(long length, byte[] first) {
    return new Extraction.Rejected(
        DeadLetterCode.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "Line %d has %,d bytes; the limit for one article is %,d. Raise ingest.limit, or leave"
                + " the line out.",
            line + 1,
            length,
            limit),
        Origin.unread(location, OptionalInt.of(line), length, first));
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
