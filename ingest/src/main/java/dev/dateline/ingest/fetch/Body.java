package dev.dateline.ingest.fetch;

import dev.dateline.ingest.gzip.GzipStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.apache.hc.core5.http.ProtocolException;

/** Reads and decodes a body (RFC 9110, section 8.4) within bounds at every layer. */
final class Body {

  private static final int MOST_ENCODINGS = 2;
  private static final int BUFFER = 8_192;

  private Body() {}

  /**
   * Reads it to its end.
   *
   * @param sent what comes over the wire; throws at its end where it is cut
   * @param contentEncoding the header's values, in the order in which they were applied
   * @throws TooLargeException where it is larger than the limit and must not be cut
   * @throws ProtocolException for encodings that nobody asked for
   * @throws IOException where it is cut or broken
   */
  static byte[] read(InputStream sent, List<String> contentEncoding, BodyLimit limit)
      throws IOException, ProtocolException {
    List<String> encodings = tokens(contentEncoding);
    if (encodings.size() > MOST_ENCODINGS) {
      throw new ProtocolException("the body is encoded more than " + MOST_ENCODINGS + " times");
    }
    InputStream raw = new LimitedInputStream(new LastingFailure(sent), limit.bytes());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      InputStream decoded = raw;
      for (int i = encodings.size() - 1; i >= 0; i--) {
        decoded = new LimitedInputStream(decoder(encodings.get(i), decoded), limit.bytes());
      }
      decoded.transferTo(body);
      raw.transferTo(OutputStream.nullOutputStream());
    } catch (TooLargeException e) {
      if (!limit.cut()) {
        throw e;
      }
    }
    return body.toByteArray();
  }

  private static List<String> tokens(List<String> values) {
    List<String> tokens = new ArrayList<>();
    for (String value : values) {
      for (String token : value.split(",", -1)) {
        String name = token.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("identity")) {
          tokens.add(name);
        }
      }
    }
    return tokens;
  }

  private static InputStream decoder(String encoding, InputStream encoded)
      throws IOException, ProtocolException {
    return switch (encoding) {
      case "gzip", "x-gzip" -> new GzipStream(encoded, BUFFER);
      case "deflate" -> new DeflateInputStream(encoded);
      default -> throw new ProtocolException("the body is encoded as " + encoding);
    };
  }
}
