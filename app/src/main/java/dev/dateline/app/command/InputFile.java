package dev.dateline.app.command;

import dev.dateline.runtime.FileFault;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** An input that is named on the command line: what it means, and why it cannot be read. */
final class InputFile {

  private static final String STANDARD_INPUT = "-";

  /** A host, and what may stand behind it. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}(?::\\d+)?(?:/.*)?");

  private InputFile() {}

  static boolean isStandardInput(String input) {
    return input.equals(STANDARD_INPUT);
  }

  /** What a person is told: what cannot be read, why, and what to do next. */
  static String fault(String input, IOException e) {
    FileFault fault = FileFault.of(Path.of(input), e);
    String next =
        e instanceof NoSuchFileException && isLikeAnAddress(input)
            ? "An address of the web is written in full: https://" + input
            : fault.next();
    return "dateline: cannot read " + input + ": " + fault.reason() + ". " + next;
  }

  private static boolean isLikeAnAddress(String input) {
    boolean web = input.regionMatches(true, 0, "www.", 0, 4);
    return (web || input.contains("/")) && ADDRESS.matcher(input).matches();
  }
}
