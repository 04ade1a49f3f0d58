package dev.dateline.ingest.text;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time zones by the abbreviations and the names that people write for them. */
final class ZoneNames {

  /**
   * Whose abbreviation is meant where several zones have the same, by what news writes most: IST is
   * India's, not Israel's or Ireland's; CST that of Chicago, not of China; BST that of British
   * summers, not of Bangladesh.
   */
  private static final List<String> COMMONEST =
      List.of(
          "Asia/Kolkata",
          "Europe/London",
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Anchorage",
          "Europe/Lisbon",
          "Europe/Paris",
          "Europe/Athens",
          "Europe/Moscow",
          "Asia/Dubai",
          "Asia/Tokyo",
          "Asia/Seoul",
          "Australia/Sydney",
          "Pacific/Auckland");

  /** What the names of the platform in English lack. */
  private static final Map<String, ZoneId> OTHERS =
      Map.ofEntries(
          Map.entry("Z", ZoneOffset.UTC),
          Map.entry("UT", ZoneOffset.UTC),
          Map.entry("UTC", ZoneOffset.UTC),
          Map.entry("GMT", ZoneOffset.UTC),
          Map.entry("ET", ZoneId.of("America/New_York")),
          Map.entry("CT", ZoneId.of("America/Chicago")),
          Map.entry("MT", ZoneId.of("America/Denver")),
          Map.entry("PT", ZoneId.of("America/Los_Angeles")),
          Map.entry("MEZ", ZoneOffset.ofHours(1)),
          Map.entry("MESZ", ZoneOffset.ofHours(2)),
          Map.entry("МСК", ZoneOffset.ofHours(3)));

  private static final Set<String> AMERICAN =
      Set.of(
          "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST",
          "AKDT");

  private ZoneNames() {}

  /** The zone of an abbreviation in capitals, or of a name such as {@code Europe/Sofia}. */
  static Optional<ZoneId> zone(String name) {
    ZoneId other = OTHERS.get(name);
    if (other != null) {
      return Optional.of(other);
    }
    try {
      return name.indexOf('/') < 0
          ? Optional.ofNullable(Abbreviations.ALL.get(name))
          : Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it is an abbreviation of the United States, where the month stands before the day. */
  static boolean isAmerican(String name) {
    return AMERICAN.contains(name);
  }

  /** Made when first one is asked for that is not among the others: it takes a while. */
  private static final class Abbreviations {

    /** Zones moved before. */
    private static final Instant NOWADAYS = Instant.parse("2025-01-01T00:00:00Z");

    static final Map<String, ZoneId> ALL = all();

    private static Map<String, ZoneId> all() {
      Map<String, ZoneId> zones = new HashMap<>();
      Arrays.stream(DateFormatSymbols.getInstance(Locale.US).getZoneStrings())
          .sorted(Comparator.comparing((String[] names) -> rank(names[0])).thenComparing(n -> n[0]))
          .forEach(names -> add(zones, names[0], names[2], names[4]));
      return Map.copyOf(zones);
    }

    private static int rank(String id) {
      int rank = COMMONEST.indexOf(id);
      return rank < 0 ? COMMONEST.size() : rank;
    }

    /** An abbreviation states standard or summer time, whatever the day. */
    private static void add(Map<String, ZoneId> zones, String id, String standard, String summer) {
      ZoneOffset offset = ZoneId.of(id, ZoneId.SHORT_IDS).getRules().getStandardOffset(NOWADAYS);
      zones.putIfAbsent(standard, offset);
      zones.putIfAbsent(summer, ZoneOffset.ofTotalSeconds(offset.getTotalSeconds() + 3600));
    }
  }
}
