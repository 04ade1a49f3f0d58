package dev.dateline.training.eval;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.dateline.ingest.text.TextCharset;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.report.MarkdownTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the detection of charsets beside ICU's alone. The declarations in the files are not
 * looked at. Right is what gives the text that the true charset gives.
 */
final class CharsetEvaluation {

  private static final double GOAL = 0.90;

  private CharsetEvaluation() {}

  static Measured run(Path data) {
    Path root = PublicSet.CHARDET.archives(data).get(0).getParent();
    Map<String, Rate> ours = new TreeMap<>();
    Map<String, Rate> peer = new TreeMap<>();
    Rate ourAll = new Rate();
    Rate peerAll = new Rate();
    try (Stream<Path> files = Files.walk(root, 2)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String label = file.getParent().getFileName().toString();
        Optional<Charset> charset = charset(label);
        if (file.getParent().equals(root) || charset.isEmpty()) {
          continue;
        }
        byte[] bytes = Files.readAllBytes(file);
        String expected = unmarked(new String(bytes, charset.get()));
        boolean right = unmarked(TextCharset.decode(bytes).text()).equals(expected);
        boolean peerRight = unmarked(icu(bytes)).equals(expected);
        ours.computeIfAbsent(label, key -> new Rate()).add(right);
        peer.computeIfAbsent(label, key -> new Rate()).add(peerRight);
        ourAll.add(right);
        peerAll.add(peerRight);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MarkdownTable table =
        new MarkdownTable("chardet's tests, the same text", "Dateline", "ICU alone");
    table.row("**all** (goal " + Tally.percent(GOAL) + ")", "**" + ourAll + "**", peerAll);
    ours.forEach(
        (label, rate) -> {
          if (rate.right() < rate.all() || peer.get(label).right() < peer.get(label).all()) {
            table.row(label, rate, peer.get(label));
          }
        });
    return new Measured(
        "Charsets", table + "\nNot shown: where both are right in all.\n", Map.of());
  }

  private static String icu(byte[] bytes) {
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    return match == null
        ? new String(bytes, StandardCharsets.UTF_8)
        : charset(match.getName()).map(charset -> new String(bytes, charset)).orElse("");
  }

  /** The charset of a folder, whose name may end in a language; empty where Java has none. */
  private static Optional<Charset> charset(String label) {
    String name =
        label
            .toLowerCase(Locale.ROOT)
            .replaceFirst("-(?:[a-z]{5,})$", "")
            .replace("utf-8-sig", "utf-8")
            .replace("cp932", "windows-31j")
            .replace("shift_jis", "windows-31j")
            .replace("gb2312", "gb18030")
            .replace("euc-kr", "x-windows-949")
            .replace("johab", "x-johab")
            .replace("maccyrillic", "x-maccyrillic")
            .replaceFirst("^iso-8859-1$", "windows-1252")
            .replaceFirst("^tis-620$", "x-windows-874");
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
