package dev.dateline.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.extract.Sha256;
import java.nio.file.Path;
import java.util.Locale;

/** Gives a folder its stable source id: its name and eight digits of a hash of its real path. */
final class FolderId {

  private static final int LONGEST_NAME = 40;

  private FolderId() {}

  static String of(Path realPath) {
    Path last = realPath.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    StringBuilder readable = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
      char c = name.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_';
      if (plain) {
        readable.append(c);
      } else if (!readable.isEmpty() && readable.charAt(readable.length() - 1) != '-') {
        readable.append('-');
      }
    }
    String hash = Sha256.hex(realPath.toString().getBytes(UTF_8)).substring(0, 8);
    String start = readable.isEmpty() ? "folder" : readable.toString();
    return start.endsWith("-") ? start + hash : start + "-" + hash;
  }
}
