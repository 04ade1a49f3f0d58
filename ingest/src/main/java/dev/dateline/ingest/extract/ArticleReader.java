package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.WideText;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads articles out of files and streams of every known kind: text, HTML, ninjs, NewsML-G2, JSON,
 * JSON Lines, and these in .gz and .zip archives; pages in archives of the web (.warc, .warc.gz).
 */
public final class ArticleReader {

  private final ExtractLimits limits;

  public ArticleReader(ExtractLimits limits) {
    this.limits = limits;
  }

  /**
   * Opens a file; the caller closes the stream.
   *
   * @param location what the articles' provenance calls the file
   * @throws IOException where the file is missing or cannot be opened
   */
  public ArticleStream open(Path file, String location) throws IOException {
    InputStream in = stream(file);
    try {
      OptionalLong size =
          Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
      return new ArticleStream(source(in, location, size, false));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The bytes of a file, also of a pipe, such as a shell hands over for {@code <(command)}: the
   * streams of {@link Files} ask for a position, which pipes do not have.
   *
   * @throws IOException where the file is missing, a folder, or cannot be opened
   */
  public static InputStream stream(Path file) throws IOException {
    boolean pipe = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return pipe ? new FileInputStream(file.toFile()) : Files.newInputStream(file);
  }

  /**
   * Reads a stream such as standard input; closing the result closes it.
   *
   * @throws IOException where its first bytes cannot be read
   */
  public ArticleStream read(InputStream in, String location) throws IOException {
    return new ArticleStream(source(in, location, OptionalLong.empty(), false));
  }

  /** Reads an item that was fetched; archives in it are not opened. */
  public List<Extraction> read(RawItem item) {
    return Extractor.read(item);
  }

  /**
   * Reads JSON that is no file.
   *
   * @param where what messages call it, such as {@code The body}
   */
  public List<Extraction> readJson(RawItem item, String where) {
    return Extractor.readJson(item, where);
  }

  /** Reads what lies in memory already. */
  public List<Extraction> read(byte[] bytes, String location) {
    List<Extraction> all = new ArrayList<>();
    try (ArticleStream stream = read(new ByteArrayInputStream(bytes), location)) {
      stream.forEachRemaining(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be read", e);
    }
    return all;
  }

  /**
   * @param size length of the stream, where it is known before reading
   * @param inArchive whether the stream comes out of an archive, in which no other one is opened
   */
  ItemSource source(InputStream in, String location, OptionalLong size, boolean inArchive)
      throws IOException {
    InputStream marked = new BufferedInputStream(in, ItemSniffer.WINDOW);
    marked.mark(ItemSniffer.WINDOW);
    byte[] first = first(marked);
    marked.reset();
    ItemKind kind = ItemSniffer.kind(first, location);
    if (kind == ItemKind.JSON_LINES && !isWide(first)) {
      return new LineSource(marked, location, limits.itemBytes());
    }
    if (!inArchive && kind == ItemKind.ZIP) {
      return new ZipSource(marked, location, limits, this);
    }
    if (!inArchive && kind == ItemKind.GZIP) {
      return new GzipSource(marked, location, limits, this);
    }
    if (kind == ItemKind.WARC) {
      return new WarcSource(
          new BoundedInputStream(marked, limits.archiveBytes()), location, limits);
    }
    return new WholeSource(marked, location, size, limits.itemBytes(), first);
  }

  /** The first bytes; of a broken stream those before the break, which is told when it is read. */
  private static byte[] first(InputStream in) throws IOException {
    byte[] first = new byte[ItemSniffer.WINDOW];
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < first.length; ) {
        read = in.read(first, length, first.length - length);
        length += Math.max(0, read);
      }
    } catch (IOException e) {
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(first, length);
  }

  private static boolean isWide(byte[] first) {
    return TextCharset.startsWith(first, 0xFF, 0xFE)
        || TextCharset.startsWith(first, 0xFE, 0xFF)
        || WideText.unmarked(first) != null;
  }
}
