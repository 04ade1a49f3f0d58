package dev.dateline.enrich.knowledge.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * The lines of a UTF-8 file, one after the other, plain or compressed by gzip or bzip2, as its
 * first bytes tell. Holds one line at a time.
 */
final class Lines implements AutoCloseable {

  /** Takes the lines of a file. */
  @FunctionalInterface
  interface Reader {

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it cannot be read; the message says why
     */
    void read(String line);
  }

  /** The longest entity of Wikidata has some 5 MB. */
  static final int LONGEST = 16 << 20;

  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private Lines(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /** Shows every line that is not empty to a reader; what it cannot read goes to the report. */
  static void read(Path file, ImportReport report, Reader reader) throws IOException {
    try (Lines lines = open(file)) {
      long number = 0;
      while (lines.next()) {
        number++;
        try {
          String text = lines.text();
          if (!text.isBlank()) {
            reader.read(
                number == 1 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
            report.lineRead();
          }
        } catch (IllegalArgumentException e) {
          report.badLine(file, number, String.valueOf(e.getMessage()));
        }
      }
    } catch (IOException e) {
      report.broken(file, String.valueOf(e.getMessage()));
    }
  }

  private static Lines open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(4);
      int first = raw.read();
      int second = raw.read();
      raw.reset();
      if (first == 0x1F && second == 0x8B) {
        return new Lines(new GZIPInputStream(raw, BUFFER));
      }
      return new Lines(
          first == 'B' && second == 'Z' ? new BZip2CompressorInputStream(raw, true) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Goes to the next line; false at the end. What goes beyond {@link #LONGEST} is not kept. */
  private boolean next() throws IOException {
    line.reset();
    int read = in.read();
    if (read < 0) {
      return false;
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() <= LONGEST) {
        line.write(read);
      }
    }
    return true;
  }

  private String text() {
    if (line.size() > LONGEST) {
      throw new IllegalArgumentException("longer than " + (LONGEST >> 20) + " MB");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString()
          .stripTrailing();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not UTF-8", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
