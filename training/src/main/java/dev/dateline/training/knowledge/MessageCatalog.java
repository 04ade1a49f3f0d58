package dev.dateline.training.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads compiled message catalogues of GNU gettext.
 *
 * @see <a href="https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html">the format</a>
 */
final class MessageCatalog {

  private static final int MAGIC = 0x950412de;

  /** A message and its translation. */
  record Message(String id, String text) {}

  private MessageCatalog() {}

  static List<Message> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(0) != MAGIC) {
      bytes.order(ByteOrder.BIG_ENDIAN);
      if (bytes.getInt(0) != MAGIC) {
        throw new IOException(file + " is no message catalogue");
      }
    }
    int count = bytes.getInt(8);
    List<Message> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String id = text(bytes, bytes.getInt(12) + 8 * i);
      if (!id.isEmpty()) {
        messages.add(new Message(id, text(bytes, bytes.getInt(16) + 8 * i)));
      }
    }
    return messages;
  }

  private static String text(ByteBuffer bytes, int entry) {
    byte[] text = new byte[bytes.getInt(entry)];
    bytes.get(bytes.getInt(entry + 4), text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
