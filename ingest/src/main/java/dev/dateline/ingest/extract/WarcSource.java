package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import dev.dateline.schemas.DeadLetterCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages in an archive of the web (WARC, ISO 28500): responses with status 200, and resources,
 * that are HTML. Their addresses are those that the archive gives. A record that cannot be read
 * costs itself alone; where the archive itself is broken, reading ends.
 */
final class WarcSource implements ItemSource {

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
  private static final int OK = 200;

  private final HeaderBound in;
  private final String location;
  private final ExtractLimits limits;
  private @Nullable WarcReader reader;
  private @Nullable WarcRecord former;
  private int record = -1;
  private boolean begun;

  WarcSource(InputStream in, String location, ExtractLimits limits) {
    this.in = new HeaderBound(in);
    this.location = location;
    this.limits = limits;
  }

  @Override
  public List<Extraction> next() throws IOException {
    for (Optional<WarcRecord> next = advance(); next.isPresent(); next = advance()) {
      List<Extraction> items = read(next.get());
      if (!items.isEmpty()) {
        begun = true;
        return items;
      }
    }
    if (begun || record == 0) {
      return List.of();
    }
    begun = true;
    return List.of(
        new Extraction.Rejected(
            DeadLetterCode.EMPTY,
            String.format(
                Locale.ROOT,
                "The archive holds no page: none of its %d records is HTML that was answered with 200."
                    + " Fetch the pages again, or leave it out.",
                record),
            Origin.named(location)));
  }

  private Optional<WarcRecord> advance() throws IOException {
    if (++record > limits.archiveEntries()) {
      throw new ZipException("it has more than " + limits.archiveEntries() + " records");
    }
    try {
      WarcReader open = reader == null ? new WarcReader(in) : reader;
      reader = open;
      if (former != null) {
        former.body().consume(); // no header, so that it may be long
      }
      in.begin();
      Optional<WarcRecord> next = open.next();
      in.end();
      former = next.orElse(null);
      return next;
    } catch (ParsingException | IllegalArgumentException e) {
      throw new ZipException("record " + (record + 1) + " has no readable header");
    } catch (EOFException e) {
      throw new ZipException("it ends in the middle of record " + (record + 1));
    }
  }

  private List<Extraction> read(WarcRecord next) {
    Origin origin = Origin.unread(location, OptionalInt.of(record), 0, new byte[0]);
    try {
      if (next instanceof WarcResponse response && isOfHttp(response.contentType())) {
        HttpResponse http = http(response);
        return http.status() == OK
            ? page(response, http.contentType(), http.bodyDecoded())
            : List.of();
      }
      return next instanceof WarcResource resource
          ? page(resource, resource.contentType(), resource.body())
          : List.of();
    } catch (IOException | IllegalArgumentException e) {
      return List.of(
          Extractor.unreadable(
              String.format(
                  Locale.ROOT,
                  "Record %d of the archive cannot be read: %s. Fetch its page again.",
                  record + 1,
                  CleanText.cut(String.valueOf(e.getMessage()), 200)),
              origin));
    }
  }

  private HttpResponse http(WarcResponse response) throws IOException {
    in.begin();
    try {
      return response.http();
    } finally {
      in.end();
    }
  }

  private List<Extraction> page(WarcTargetRecord of, MediaType type, MessageBody body)
      throws IOException {
    if (!PAGES.contains(type.base().toString().toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    byte[] bytes = body.stream().readNBytes(limits.itemBytes() + 1);
    if (bytes.length > limits.itemBytes()) {
      return List.of(
          new Extraction.Rejected(
              DeadLetterCode.TOO_LARGE,
              String.format(
                  Locale.ROOT,
                  "Record %d has more than %,d bytes, the limit for one article. Raise ingest.limit, or"
                      + " leave it out.",
                  record + 1,
                  limits.itemBytes()),
              Origin.unread(location, OptionalInt.of(record), bytes.length, bytes)));
    }
    String charset = type.parameters().get("charset");
    RawItem item =
        new RawItem(bytes, location, OptionalInt.of(record), type.base().toString(), charset);
    return Extractor.readPage(item, of.target());
  }

  private static boolean isOfHttp(MediaType type) {
    return type.base().equals(MediaType.HTTP.base());
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
