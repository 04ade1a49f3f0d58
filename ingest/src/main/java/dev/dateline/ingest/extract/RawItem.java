package dev.dateline.ingest.extract;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they were fetched, with what is known of them before reading.
 *
 * @param bytes all bytes of the item; not to be changed afterwards
 * @param location path relative to the source, or URL; its ending is a hint, not a rule
 * @param item zero-based position in a container; empty where the item is a whole file
 * @param mediaType media type that the transport declares, such as {@code text/html}
 * @param charset charset that the transport declares; evidence, not truth
 */
public record RawItem(
    byte[] bytes,
    String location,
    OptionalInt item,
    @Nullable String mediaType,
    @Nullable String charset) {

  /** A whole file of which only its name is known. */
  public static RawItem of(byte[] bytes, String location) {
    return new RawItem(bytes, location, OptionalInt.empty(), null, null);
  }
}
