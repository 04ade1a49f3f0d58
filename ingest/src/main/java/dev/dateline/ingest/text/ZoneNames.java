package dev.dateline.ingest.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time zones by the abbreviations and the names that people write for them. */
final class ZoneNames {

  /**
   * What each offset is called, standard time and summer time alike, whatever the day. Where
   * several zones have one abbreviation it is here once, for the one that news writes most: IST is
   * India's, not Israel's or Ireland's; CST that of Chicago, not of China; BST that of British
   * summers, not of Bangladesh. The platform's own names are no help: Java 25 knows a third of
   * those of Java 17.
   */
  private static final String BY_OFFSET =
      """
      -11:00 SST
      -10:00 HST HAST
      -09:00 AKST HDT HADT
      -08:00 PST AKDT
      -07:00 MST PDT
      -06:00 CST MDT GALT
      -05:00 EST CDT COT PET ECT
      -04:00 EDT AST BOT VET GYT AMT CLT
      -03:30 NST
      -03:00 ART ADT BRT CLST UYT PYT GFT SRT
      -02:30 NDT
      -02:00 BRST UYST PMDT
      -01:00 AZOT CVT
      +00:00 Z UT UTC GMT WET AZOST
      +01:00 CET BST WEST WAT MET MEZ
      +02:00 CEST EET CAT SAST WAST MEST MESZ
      +03:00 MSK МСК EEST EAT IDT TRT
      +03:30 IRST
      +04:00 GST MSD GET AZT SAMT MUT SCT RET
      +04:30 AFT IRDT
      +05:00 PKT UZT YEKT TJT TMT MVT ALMT QYZT
      +05:30 IST
      +05:45 NPT
      +06:00 BDT BTT KGT OMST
      +06:30 MMT
      +07:00 ICT WIB KRAT NOVT HOVT
      +08:00 HKT SGT MYT PHT PHST AWST WITA IRKT ULAT BNT
      +09:00 JST KST WIT YAKT TLT
      +09:30 ACST
      +10:00 AEST VLAT PGT
      +10:30 ACDT
      +11:00 AEDT MAGT SAKT SBT NCT
      +12:00 NZST FJT PETT
      +13:00 NZDT TOT PHOT
      """;

  /** By the offset of the day. */
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "ET", ZoneId.of("America/New_York"),
          "CT", ZoneId.of("America/Chicago"),
          "MT", ZoneId.of("America/Denver"),
          "PT", ZoneId.of("America/Los_Angeles"));

  private static final Map<String, ZoneId> NAMES = names();

  private static final Set<String> AMERICAN =
      Set.of(
          "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST",
          "AKDT");

  private ZoneNames() {}

  /** The zone of an abbreviation in capitals, or of a name such as {@code Europe/Sofia}. */
  static Optional<ZoneId> zone(String name) {
    try {
      return name.indexOf('/') < 0
          ? Optional.ofNullable(NAMES.get(name))
          : Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it is an abbreviation of the United States, where the month stands before the day. */
  static boolean isAmerican(String name) {
    return AMERICAN.contains(name);
  }

  private static Map<String, ZoneId> names() {
    Map<String, ZoneId> names = new HashMap<>(ZONES);
    BY_OFFSET
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            words ->
                Arrays.stream(words)
                    .skip(1)
                    .forEach(name -> names.put(name, ZoneOffset.of(words[0]))));
    return Map.copyOf(names);
  }
}
