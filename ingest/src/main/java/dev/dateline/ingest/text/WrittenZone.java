package dev.dateline.ingest.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words behind a clock say of its zone.
 *
 * @param id null where a zone is written that is not known
 * @param written its name or offset; empty where there is none
 */
record WrittenZone(@Nullable ZoneId id, String written) {

  private static final int WEST_MINUTES = -12 * 60;
  private static final int EAST_MINUTES = 14 * 60;
  private static final int QUARTER = 15;

  private static final String BEFORE =
      "^ {0,2}(?:(?:(?i:uhr|hrs?|hs)|[hч])(?!\\p{L})\\.?)? {0,2}[(\\[]?";

  private static final Pattern OFFSET =
      Pattern.compile(
          BEFORE
              + "(?:(?:GMT|UTC|UT)\\)? ?([+-])(\\d{1,2})(?::?(\\d{2}))?|([+-])(\\d{2})(?::?(\\d{2}))?)"
              + "(?![\\d:./-])");

  private static final Pattern NAME =
      Pattern.compile(
          BEFORE
              + "(\\p{Lu}[\\p{L}_]{1,15}(?:/[\\p{L}_-]{2,20}){1,2}|\\p{Lu}{1,5}(?![\\p{L}\\d]))");

  /** What may be a zone that is not known; two letters are rather a word. */
  private static final Pattern UNKNOWN = Pattern.compile("\\p{Lu}{3,5}");

  private static final WrittenZone NONE = new WrittenZone(ZoneOffset.UTC, "");

  /** The zone that a folded text begins with; UTC where it begins with none. */
  static WrittenZone before(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (offset.find()) {
      Optional<ZoneOffset> read = offset(offset);
      if (read.isPresent()) {
        return new WrittenZone(read.get(), offset.group());
      }
    }
    Matcher name = NAME.matcher(text);
    return name.find() ? named(name.group(1)) : NONE;
  }

  private static WrittenZone named(String name) {
    Optional<ZoneId> zone = ZoneNames.zone(name);
    return zone.isEmpty() && !UNKNOWN.matcher(name).matches()
        ? NONE
        : new WrittenZone(zone.orElse(null), name);
  }

  /** Whether it is written as the United States alone write theirs. */
  boolean isAmerican() {
    return ZoneNames.isAmerican(written);
  }

  boolean isWritten() {
    return !written.isEmpty();
  }

  /** An offset that some place on earth has; most ranges of hours are none. */
  private static Optional<ZoneOffset> offset(Matcher offset) {
    int first = offset.group(1) == null ? 4 : 1;
    String last = offset.group(first + 2);
    int minutes =
        Integer.parseInt(offset.group(first + 1)) * 60
            + (last == null ? 0 : Integer.parseInt(last));
    int signed = offset.group(first).equals("-") ? -minutes : minutes;
    return signed % QUARTER == 0 && signed >= WEST_MINUTES && signed <= EAST_MINUTES
        ? Optional.of(ZoneOffset.ofTotalSeconds(signed * 60))
        : Optional.empty();
  }
}
