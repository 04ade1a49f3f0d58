package dev.dateline.ingest.websub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The body of a delivery.
 *
 * @param isWhole whether it was read to its end; otherwise it is larger, or slower, than is read
 * @param isSigned whether its signature is right
 * @param carried the bytes; empty where they are more than are carried on
 */
record DeliveredBody(boolean isWhole, boolean isSigned, Optional<byte[]> carried) {

  private static final int BUFFER = 16_384;

  /**
   * Reads it.
   *
   * @param carry bytes that are kept at most
   * @param most bytes that are read at most
   * @param inTime false from the moment on in which it should have come whole
   * @throws IOException where it is cut
   */
  static DeliveredBody read(
      InputStream in, HubSignature signature, int carry, long most, BooleanSupplier inTime)
      throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > most || !inTime.getAsBoolean()) {
        return new DeliveredBody(false, false, Optional.empty());
      }
      signature.update(buffer, read);
      if (bytes <= carry) {
        kept.write(buffer, 0, read);
      }
    }
    boolean signed = signature.isRight();
    return new DeliveredBody(
        true, signed, bytes <= carry ? Optional.of(kept.toByteArray()) : Optional.empty());
  }
}
