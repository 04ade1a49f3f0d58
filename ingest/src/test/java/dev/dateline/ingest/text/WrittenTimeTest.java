package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-02T09:30:00Z | 2026-11-02T09:30:00Z",
        "2026-11-02T09:30+02:00 | 2026-11-02T07:30:00Z",
        "2026-11-02 | 2026-11-02T00:00:00Z",
        "2. 11. 2026 | 2026-11-02T00:00:00Z",
        "2.\u200911.\u20092026 | 2026-11-02T00:00:00Z",
        "Mon, 02 Nov 2026 09:30:00 GMT | 2026-11-02T09:30:00Z",
        "Mon, 2 Nov 26 09:30 EST | 2026-11-02T14:30:00Z",
        "Monday, 02 November 2026 9:30:15 +0100 | 2026-11-02T08:30:15Z",
        "02 Nov 2026 09:30:00 +01:00 | 2026-11-02T08:30:00Z",
        "Mon, 02 Nov 2026 24:00:00 GMT | 2026-11-03T00:00:00Z",
        "November 2, 2026 4:05 PM | 2026-11-02T16:05:00Z",
        "November 2, 2026 at 4:05 p.m. | 2026-11-02T16:05:00Z",
        "Mon Nov 02 09:30:00 CET 2026 | 2026-11-02T08:30:00Z",
        "Пн, 02 ноября 2026 09:30:00 +0300 | 2026-11-02T06:30:00Z",
        "Mo, 02 Dez 2026 09:30:00 +0100 | 2026-12-02T08:30:00Z",
        "lun., 02 févr. 2026 09:30:00 +0100 | 2026-02-02T08:30:00Z",
        "02 Nov 2026 | 2026-11-02T00:00:00Z",
      })
  void readsWhatPublishersWrite(String text, Instant expected) {
    assertThat(WrittenTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-02T09:30:00 EST | 2026-11-02T09:30-05:00",
        "2026-11-02T09:30:00 UTC | 2026-11-02T09:30Z",
        "2026-11-02T09:30:15-05:00[America/New_York] | 2026-11-02T09:30:15-05:00",
        "2026-11-2T09:30:15 | 2026-11-02T09:30:15Z",
        "2026-11-02T9:30:15+02:00 | 2026-11-02T09:30:15+02:00",
        "2026-11-02T09:30:15,123Z | 2026-11-02T09:30:15Z",
        "2026-11-02T09:30:00+0100 (CET) | 2026-11-02T09:30+01:00",
        "Published 2026-11-02T09:30:15Z | 2026-11-02T09:30:15Z",
      })
  void readsIsoTimesWithTails(String text, OffsetDateTime expected) {
    assertThat(time(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "02.11.2026 - 10.05 Uhr | 2026-11-02T10:05Z",
        "02.11.2026 - 22.15 Uhr | 2026-11-02T22:15Z",
        "02/11/2026 - 10.05 | 2026-11-02T10:05Z",
        "2 November 2026 - 10.05pm | 2026-11-02T22:05Z",
        "Mon 2 Nov 2026 07.12 GMT | 2026-11-02T07:12Z",
        "2 november 2026 kl. 22.15 | 2026-11-02T22:15Z",
        "kl. 22.15 den 2 november 2026 | 2026-11-02T22:15Z",
        "2.11.2026 klo 22.15 | 2026-11-02T22:15Z",
        "2 novembre 2026 alle 22.15 | 2026-11-02T22:15Z",
        "2 novembre 2026 à 22h15 | 2026-11-02T22:15Z",
        "2026年11月2日 19時30分 | 2026-11-02T19:30Z",
        "2026年11月2日 午後10時15分 | 2026-11-02T22:15Z",
        "2026年11月2日 上午10:15 | 2026-11-02T10:15Z",
        "2026年11月2日 下午10:15 | 2026-11-02T22:15Z",
        "2026.11.02. 오후 10:15 | 2026-11-02T22:15Z",
        "2026.11.02. 오전 12:15 | 2026-11-02T00:15Z",
        "02/11/2026, 10:15 μ.μ. | 2026-11-02T22:15Z",
        "02/11/2026, 10:15 π.μ. | 2026-11-02T10:15Z",
        "2 نوفمبر 2026 10:15 م | 2026-11-02T22:15Z",
        "2 نوفمبر 2026 10:15 ص | 2026-11-02T10:15Z",
      })
  void readsClocksBesideDates(String text, OffsetDateTime expected) {
    assertThat(time(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTC+3 | +03:00",
        "GMT+1 | +01:00",
        "(GMT+7) | +07:00",
        "GMT+0100 (Central European Standard Time) | +01:00",
        "(IST) | +05:30",
        "ET | -05:00",
        "BST | +01:00",
        "CST | -06:00",
        "HKT | +08:00",
        "SGT | +08:00",
        "NPT | +05:45",
        "WIB | +07:00",
        "BRT | -03:00",
        "CEST | +02:00",
        "Uhr MEZ | +01:00",
        "(МСК) | +03:00",
        "Europe/Sofia | +02:00",
        "+0100 CET | +01:00",
        "+0300 , by Ann | +03:00",
        "News/Politics | Z",
      })
  void knowsZones(String zone, String offset) {
    assertThat(time("2 November 2026 22:15 " + zone))
        .isEqualTo(OffsetDateTime.parse("2026-11-02T22:15" + offset));
  }

  @Test
  void takesTheDayAloneWhereTheZoneIsUnknown() {
    assertThat(WrittenTime.stated("2 November 2026 22:15 QQT"))
        .contains(StatedTime.of(LocalDate.of(2026, 11, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/02/2026 10:15 AM EST | 2026-03-02",
        "3/2/26 10:15 PM | 2026-03-02",
        "03/02/2026 10:15 ET | 2026-03-02",
        "03/02/2026 10:15 PM IST | 2026-02-03",
        "03/02/2026 10:15 p. m. | 2026-02-03",
        "03/02/2026 10:15 | 2026-02-03",
        "03/22/2026 | 2026-03-22",
        "02-03-2026 10:00 | 2026-03-02",
        "1er mars 2026 | 2026-03-01",
        "2nd March 2026 | 2026-03-02",
        "Sunday 1st March 2026 | 2026-03-01",
        "1º de março de 2026 | 2026-03-01",
        "1° marzo 2026 | 2026-03-01",
        "1 de marzo del 2026 | 2026-03-01",
        "2026. március 1. | 2026-03-01",
        "2026. gada 1. marts | 2026-03-01",
        "2026 m. kovo 1 d. | 2026-03-01",
        "1. märts 2026 | 2026-03-01",
        "03 Mär 2026 | 2026-03-03",
        "02-Mar-26 | 2026-03-02",
        "1 ŞUBAT 2026 | 2026-02-01",
        "1 KASIM 2026 | 2026-11-01",
        "1 ΜΑΡΤΙΟΥ 2026 | 2026-03-01",
        "1 במרץ 2026 | 2026-03-01",
        "1 मार्च 2026 | 2026-03-01",
        "1 มี.ค. 2569 | 2026-03-01",
        "1 มีนาคม 2569 | 2026-03-01",
        "ngày 1 tháng 3 năm 2026 | 2026-03-01",
        "1 مارس 2026 | 2026-03-01",
        "٠١/٠٣/٢٠٢٦ | 2026-03-01",
        "۲۰۲۶/۰۳/۰۱ | 2026-03-01",
        "2026-13-01 and 1 March 2026 | 2026-03-01",
        "12 Foo 2026 and 1 March 2026 25:99 | 2026-03-01",
        "01.03.2026 - 05.04.2026 | 2026-03-01",
        "March 12, 2026 and 2026-01-01 | 2026-03-12",
      })
  void readsDays(String text, LocalDate expected) {
    assertThat(time(text).toLocalDate()).isEqualTo(expected);
  }

  private static OffsetDateTime time(String text) {
    return WrittenTime.find(text).orElseThrow().time();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "32 Nov 2026",
        "12 Foo 2026",
        "Mon 02 Nov",
        "0000-00-00",
        "12 мая, 10:15",
        "2 март, 19:30",
        "12. Mai, 18:30 Uhr",
        "12 mai 18h30",
        "2 March, 09:30",
        "2 March 09.30",
        "March 2026 - 10.05",
        "May 2026 24 pages",
        "12 Marines 2026",
        "۱۰ اسفند ۱۴۰۴ ۲۲:۱۵",
      })
  void doesNotGuess(String text) {
    assertThat(WrittenTime.parse(text)).isEmpty();
  }

  @Test
  void takesHostileTexts() {
    assertThat(WrittenTime.parse("1 ".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 ", "1.", "a", "12:", "12 mai ", "2026 ", "\ufdfa", "م. ", "1\u0301"})
  @Timeout(20)
  void searchesHostileTextsInLittleTime(String part) {
    String hostile = part.repeat(1_000);
    for (int i = 0; i < 50; i++) {
      assertThat(WrittenTime.find(hostile)).isEmpty();
    }
  }
}
