package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files inside of a zip archive. They are read as they come and never written anywhere, so that
 * their names can do no harm; their number and their size together are bounded. What cannot be
 * unpacked ends the archive: where the next file begins is known only by unpacking this one.
 */
final class ZipSource implements ItemSource {

  private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

  private final ZipInputStream zip;
  private final InputStream content;
  private final String location;
  private final ExtractLimits limits;
  private final ArticleReader reader;
  private @Nullable ItemSource entry;
  private int entries;
  private boolean ended;

  ZipSource(InputStream in, String location, ExtractLimits limits, ArticleReader reader) {
    this.zip = new ZipInputStream(in, ZipNames.CHARSET);
    this.content = new Unclosed(new BoundedInputStream(zip, limits.archiveBytes()));
    this.location = location;
    this.limits = limits;
    this.reader = reader;
  }

  @Override
  public List<Extraction> next() throws IOException {
    while (!ended) {
      ItemSource open = entry;
      List<Extraction> items = open == null ? begin() : open.next();
      if (!items.isEmpty()) {
        return items;
      }
      if (open != null) {
        entry = null;
      }
    }
    return List.of();
  }

  /** Goes to the next entry; what it gives is said of the entry without reading it. */
  private List<Extraction> begin() throws IOException {
    content.transferTo(OutputStream.nullOutputStream()); // counted, unlike what zip skips itself
    ZipEntry next;
    try {
      next = zip.getNextEntry();
    } catch (ZipException e) {
      // nothing is unpacked here: it is the header that asks for what is not known
      return notRead("An entry of the archive", String.valueOf(e.getMessage()), location);
    } catch (IllegalArgumentException e) {
      throw new ZipException("the name of an entry is no UTF-8, as which it is marked");
    }
    if (next == null) {
      return end();
    }
    if (++entries > limits.archiveEntries()) {
      throw new ZipException("it has more than " + limits.archiveEntries() + " entries");
    }
    if (next.isDirectory()) {
      return List.of();
    }
    String name = ZipNames.name(next);
    String place = location + "!/" + CleanText.line(CleanText.cut(name, 500));
    if (!METHODS.contains(next.getMethod())) {
      return notRead("The file", "method " + next.getMethod(), place);
    }
    Optional<String> reason = FileNames.reasonToSkip(name);
    if (reason.isPresent()) {
      return List.of(new Extraction.Skipped(reason.get(), Origin.named(place)));
    }
    entry = reader.source(content, place, OptionalLong.empty(), true);
    return List.of();
  }

  private List<Extraction> end() throws ZipException {
    ended = true;
    if (entries == 0) {
      throw new ZipException("no entry was found in it");
    }
    return List.of();
  }

  private List<Extraction> notRead(String what, String why, String place) {
    ended = true;
    return List.of(
        Extractor.unreadable(
            what
                + " is encrypted, or packed in a way that is not read here ("
                + why
                + "), and with it all that follows in the archive. Pack it anew: deflated, without"
                + " a password.",
            Origin.named(place)));
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
