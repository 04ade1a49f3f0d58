package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;

/**
 * Names of the entries of a zip archive. Many archives do not say what charset these are in, and
 * the names are labels only: one that is not understood must not cost the files.
 */
final class ZipNames {

  /**
   * What a name is in that is not marked as UTF-8, by the format (APPNOTE 4.4.4). Every byte is a
   * character of it, and another one: names that differ stay different.
   */
  static final Charset CHARSET = Charset.forName("IBM437");

  private ZipNames() {}

  /** The name of an entry that was read with {@link #CHARSET}; Macs write UTF-8 without a mark. */
  static String name(ZipEntry entry) {
    String name = entry.getName();
    try {
      ByteBuffer bytes = CHARSET.newEncoder().encode(CharBuffer.wrap(name));
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return name; // it was marked, or is in a charset of its own
    }
  }
}
