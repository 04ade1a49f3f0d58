package dev.dateline.ingest.extract;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The bytes that an article, or a failure, was read from.
 *
 * @param location path relative to the source, or URL
 * @param item zero-based position in a container; empty where the item is a whole file
 * @param mediaType media type that was read; {@code application/octet-stream} where unknown
 * @param charset IANA name of the charset that was read; empty where nothing was decoded
 * @param length length of the bytes
 * @param sha256 their SHA-256, lower-case hexadecimal; empty where they were not all read
 * @param head the first bytes, at most {@link #HEAD_BYTES}; not to be changed
 */
public record Origin(
    String location,
    OptionalInt item,
    String mediaType,
    String charset,
    long length,
    String sha256,
    byte[] head) {

  /** How many bytes are kept for a dead letter. */
  public static final int HEAD_BYTES = 256 * 1024;

  static Origin of(RawItem raw) {
    return new Origin(
        raw.location(),
        raw.item(),
        "application/octet-stream",
        "",
        raw.bytes().length,
        Sha256.hex(raw.bytes()),
        head(raw.bytes()));
  }

  /** The origin of a file of which nothing was read. */
  public static Origin named(String location) {
    return unread(location, OptionalInt.empty(), 0, new byte[0]);
  }

  /** The origin of something too large to be read: its first bytes alone are known. */
  static Origin unread(String location, OptionalInt item, long length, byte[] first) {
    return new Origin(location, item, "application/octet-stream", "", length, "", head(first));
  }

  Origin as(String newMediaType, String newCharset) {
    return new Origin(location, item, newMediaType, newCharset, length, sha256, head);
  }

  Origin at(int index) {
    return new Origin(location, OptionalInt.of(index), mediaType, charset, length, sha256, head);
  }

  Origin at(String newLocation) {
    return new Origin(newLocation, item, mediaType, charset, length, sha256, head);
  }

  private static byte[] head(byte[] bytes) {
    return bytes.length <= HEAD_BYTES ? bytes : Arrays.copyOf(bytes, HEAD_BYTES);
  }
}
