package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files inside of a zip archive. They are read as they come and never written anywhere, so that
 * their names can do no harm; their number and their size together are bounded.
 */
final class ZipSource implements ItemSource {

  private final ZipInputStream zip;
  private final InputStream content;
  private final String location;
  private final ExtractLimits limits;
  private final ArticleReader reader;
  private @Nullable ItemSource entry;
  private int entries;

  ZipSource(InputStream in, String location, ExtractLimits limits, ArticleReader reader) {
    this.zip = new ZipInputStream(in);
    this.content = new Unclosed(new BoundedInputStream(zip, limits.archiveBytes()));
    this.location = location;
    this.limits = limits;
    this.reader = reader;
  }

  @Override
  public List<Extraction> next() throws IOException {
    while (true) {
      if (entry == null) {
        ZipEntry next = nextEntry();
        if (next == null) {
          return List.of();
        }
        if (next.isDirectory()) {
          continue;
        }
        String place = location + "!/" + CleanText.line(CleanText.cut(next.getName(), 500));
        Optional<String> reason = FileNames.reasonToSkip(next.getName());
        if (reason.isPresent()) {
          Origin origin = Origin.named(place);
          return List.of(new Extraction.Skipped(reason.get(), origin));
        }
        entry = reader.source(content, place, OptionalLong.empty(), true);
      }
      List<Extraction> items = entry.next();
      if (!items.isEmpty()) {
        return items;
      }
      content.transferTo(OutputStream.nullOutputStream()); // counted, unlike what zip skips itself
      entry = null;
    }
  }

  private @Nullable ZipEntry nextEntry() throws IOException {
    ZipEntry next;
    try {
      next = zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("the name of an entry is in no known charset");
    }
    if (next == null && entries == 0) {
      throw new ZipException("no entry was found in it");
    }
    if (++entries > limits.archiveEntries()) {
      throw new ZipException("it has more than " + limits.archiveEntries() + " entries");
    }
    return next;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Keeps the archive open when an entry is done. */
  private static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the archive is closed by its owner
    }
  }
}
