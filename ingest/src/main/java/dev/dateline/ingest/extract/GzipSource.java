package dev.dateline.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A file inside of gzip. */
final class GzipSource implements ItemSource {

  private final InputStream in;
  private final String location;
  private final ExtractLimits limits;
  private final ArticleReader reader;
  private @Nullable ItemSource unpacked;

  GzipSource(InputStream in, String location, ExtractLimits limits, ArticleReader reader) {
    this.in = in;
    this.location = location;
    this.limits = limits;
    this.reader = reader;
  }

  @Override
  public List<Extraction> next() throws IOException {
    ItemSource open = unpacked;
    if (open == null) {
      String inner =
          location.toLowerCase(Locale.ROOT).endsWith(".gz")
              ? location.substring(0, location.length() - 3)
              : location;
      InputStream content = new BoundedInputStream(new GzipMembers(in), limits.archiveBytes());
      open = new Renamed(reader.source(content, inner, OptionalLong.empty(), true), location);
      unpacked = open;
    }
    return open.next();
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The articles' provenance names the file that lies in the folder, not what is inside of it. */
  private record Renamed(ItemSource source, String location) implements ItemSource {

    @Override
    public List<Extraction> next() throws IOException {
      return source.next().stream().map(item -> item.at(location)).toList();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
