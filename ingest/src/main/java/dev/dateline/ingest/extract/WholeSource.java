package dev.dateline.ingest.extract;

import dev.dateline.schemas.DeadLetterCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A file that is read at once, where it is not larger than the limit. */
final class WholeSource implements ItemSource {

  private final InputStream in;
  private final String location;
  private final OptionalLong size;
  private final int limit;
  private final byte[] first;
  private boolean read;

  WholeSource(InputStream in, String location, OptionalLong size, int limit, byte[] first) {
    this.in = in;
    this.location = location;
    this.size = size;
    this.limit = limit;
    this.first = first;
  }

  @Override
  public List<Extraction> next() throws IOException {
    if (read) {
      return List.of();
    }
    read = true;
    if (size.isPresent() && size.getAsLong() > limit) {
      return List.of(tooLarge(size.getAsLong(), ""));
    }
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return List.of(tooLarge(bytes.length, "more than "));
    }
    return Extractor.read(RawItem.of(bytes, location));
  }

  private Extraction tooLarge(long bytes, String about) {
    return new Extraction.Rejected(
        DeadLetterCode.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "The file has %s%,d bytes; the limit for one article is %,d. Split it, write it as JSON"
                + " Lines with one article a line, or raise ingest.limit.",
            about,
            about.isEmpty() ? bytes : bytes - 1,
            limit),
        Origin.unread(location, OptionalInt.empty(), bytes, first));
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
