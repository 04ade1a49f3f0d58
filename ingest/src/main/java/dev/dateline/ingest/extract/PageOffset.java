package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.StatedTime;
import dev.dateline.ingest.text.WrittenTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the offset from UTC in which a page shows a time that its metadata state in UTC. Content
 * systems write the one for machines and the other for readers; the day is that of the readers.
 */
final class PageOffset {

  private static final int MOST_ELEMENTS = 100;
  private static final int MOST_WRITTEN = 2_000;
  private static final int LONGEST = 200;

  /** Offsets are full or half hours: between the westernmost and the easternmost. */
  private static final int STEP_MINUTES = 30;

  private static final int WEST_MINUTES = -12 * 60;
  private static final int EAST_MINUTES = 14 * 60;

  /** From this hour on, UTC, a full hour is the midnight of a zone in Europe or Africa. */
  private static final int FIRST_MIDNIGHT = 21;

  private static final Pattern WITH_OFFSET =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?[+-]\\d\\d:?\\d\\d");

  /** A time that states its zone, which is no time of day to compare with. */
  private static final Pattern ZONED = Pattern.compile("\\d(?:Z|[+-]\\d\\d:?\\d\\d)$");

  /** Words beside the time of a change. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?iu)updat|modif|edited|aktualisier|geändert|mis à jour|actualiz|aggiornat|gewijzigd");

  private static final String SHOWN =
      "time, [itemprop~=(?i)date], [class~=(?i)date|datum|time|publish|posted|fecha|meta|byline]";

  private PageOffset() {}

  /**
   * The same instant in the offset of the page; unchanged where the page shows none.
   *
   * @param stated what metadata state
   * @param address of the page, which often has the day of its readers in it
   */
  static StatedTime shown(StatedTime stated, Document page, @Nullable String address) {
    if (stated.isDay() || stated.time().getOffset().getTotalSeconds() != 0) {
      return stated;
    }
    return written(stated, page)
        .or(() -> seen(stated, page))
        .or(() -> addressed(stated.time(), address))
        .map(offset -> new StatedTime(stated.time().withOffsetSameInstant(offset), false))
        .orElse(stated);
  }

  /** The offset in which scripts, elements or metadata write the very same second. */
  private static Optional<ZoneOffset> written(StatedTime stated, Document page) {
    Stream<String> scripts = page.select("script").stream().map(Element::data);
    Stream<String> attributes =
        page.select("time[datetime], meta[content]").stream()
            .map(element -> element.attr("datetime") + " " + element.attr("content"));
    return Stream.concat(attributes, scripts)
        .flatMap(text -> WITH_OFFSET.matcher(text).results())
        .limit(MOST_WRITTEN)
        .flatMap(found -> WrittenTime.stated(found.group()).stream())
        .filter(time -> isSameSecond(time, stated))
        .map(time -> time.time().getOffset())
        .filter(offset -> offset.getTotalSeconds() != 0)
        .findFirst();
  }

  /** The least offset, in full hours, in which the day is that in the address. */
  private static Optional<ZoneOffset> addressed(OffsetDateTime utc, @Nullable String address) {
    Optional<LocalDate> day = PageDate.inAddress(address).map(at -> at.time().toLocalDate());
    int toNext = 24 - utc.getHour();
    int toLast = -utc.getHour() - 1;
    if (day.filter(utc.toLocalDate().plusDays(1)::equals).isPresent()
        && toNext * 60 <= EAST_MINUTES) {
      return Optional.of(ZoneOffset.ofHours(toNext));
    }
    return day.filter(utc.toLocalDate().minusDays(1)::equals).isPresent()
            && toLast * 60 >= WEST_MINUTES
        ? Optional.of(ZoneOffset.ofHours(toLast))
        : Optional.empty();
  }

  private static boolean isSameSecond(StatedTime one, StatedTime other) {
    return one.instant().getEpochSecond() == other.instant().getEpochSecond();
  }

  /** The offset that lies between the time of day that a reader sees first and the one in UTC. */
  private static Optional<ZoneOffset> seen(StatedTime stated, Document page) {
    return Stream.concat(page.select(SHOWN).stream().limit(MOST_ELEMENTS), behindHeading(page))
        .filter(element -> !PageParts.isAside(element))
        .filter(element -> !CHANGED.matcher(element.className()).find())
        .flatMap(element -> seen(stated, element).stream())
        .findFirst()
        .filter(offset -> offset.getTotalSeconds() != 0);
  }

  private static Stream<Element> behindHeading(Document page) {
    List<Element> all = page.body().getAllElements();
    int heading = all.indexOf(page.selectFirst("h1"));
    return heading < 0
        ? Stream.empty()
        : all.subList(heading, Math.min(all.size(), heading + MOST_ELEMENTS)).stream();
  }

  private static Optional<ZoneOffset> seen(StatedTime stated, Element element) {
    boolean same =
        WrittenTime.stated(element.attr("datetime"))
            .filter(time -> isSameSecond(time, stated))
            .isPresent();
    return texts(element)
        .filter(text -> !CHANGED.matcher(text).find() && !ZONED.matcher(text).find())
        .flatMap(text -> WrittenTime.find(text).stream())
        .flatMap(time -> between(stated.time(), time, same).stream())
        .findFirst();
  }

  /** What an element says by its attribute and its text; of a time also what stands beside it. */
  private static Stream<String> texts(Element element) {
    Element parent = element.parent();
    boolean alone = parent == null || !element.normalName().equals("time");
    return Stream.concat(
            Stream.of(element.attr("datetime")),
            Stream.of(element, alone ? element : parent)
                .filter(PageParts::isSmall)
                .map(PageOffset::text))
        .filter(text -> !text.isBlank() && text.length() <= LONGEST);
  }

  /** The text of an element, that of neighbouring elements apart. */
  private static String text(Element element) {
    return CleanText.line(
        element
            .nodeStream(TextNode.class)
            .map(TextNode::getWholeText)
            .collect(Collectors.joining(" ")));
  }

  /**
   * @param same whether what is shown is what a reader sees instead of the very time
   */
  private static Optional<ZoneOffset> between(OffsetDateTime utc, StatedTime shown, boolean same) {
    if (shown.time().getOffset().getTotalSeconds() != 0) {
      return isSameSecond(shown, new StatedTime(utc.truncatedTo(ChronoUnit.MINUTES), false))
          ? Optional.of(shown.time().getOffset())
          : Optional.empty();
    }
    if (shown.isDay()) {
      return midnight(utc, shown, same);
    }
    LocalDateTime minute = utc.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    LocalDateTime seen = shown.time().toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    long minutes = Duration.between(minute, seen).toMinutes();
    boolean isOffset =
        minutes % STEP_MINUTES == 0 && minutes >= WEST_MINUTES && minutes <= EAST_MINUTES;
    return isOffset ? Optional.of(ZoneOffset.ofTotalSeconds((int) minutes * 60)) : Optional.empty();
  }

  /** A day of which the midnight, or a time soon after it, is late on the day before in UTC. */
  private static Optional<ZoneOffset> midnight(OffsetDateTime utc, StatedTime day, boolean same) {
    boolean isMidnight =
        utc.getHour() >= FIRST_MIDNIGHT
            && (same || utc.truncatedTo(ChronoUnit.HOURS).isEqual(utc))
            && utc.toLocalDate().plusDays(1).equals(day.time().toLocalDate());
    return isMidnight ? Optional.of(ZoneOffset.ofHours(24 - utc.getHour())) : Optional.empty();
  }
}
