package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RivalDatesTest {

  private static final Dating DRAFTED = at("2026-05-01T08:00:00Z");
  private static final Dating PUBLISHED = at("2026-05-03T09:30:00Z");

  @Test
  void takesTheRivalOfTheDayThatIsShown() {
    assertThat(of(List.of(DRAFTED, PUBLISHED), at("2026-05-03T00:00:00Z"))).isEqualTo(PUBLISHED);
  }

  @Test
  void staysWithTheFirstWhereNoRivalIsShown() {
    assertThat(of(List.of(PUBLISHED), at("2026-05-07T00:00:00Z"))).isEqualTo(DRAFTED);
    assertThat(of(List.of(PUBLISHED), at("2026-05-01T00:00:00Z"))).isEqualTo(DRAFTED);
    assertThat(of(List.of(PUBLISHED), null)).isEqualTo(DRAFTED);
  }

  @Test
  void looksAtThePageOnlyWhereDaysDiffer() {
    Dating later = at("2026-05-01T17:00:00Z");

    assertThat(
            RivalDates.shown(
                DRAFTED,
                List.of(later),
                () -> {
                  throw new AssertionError("looked");
                }))
        .isEqualTo(DRAFTED);
  }

  @Test
  void takesTheSameTimeInAnotherZoneForTheSame() {
    Dating utc = at("2026-05-02T03:28:00Z");
    Dating local = at("2026-05-01T22:28:00Z");

    assertThat(RivalDates.shown(utc, List.of(local), () -> Optional.of(local))).isEqualTo(utc);
  }

  @Test
  void decidesBetweenTheMetadataOfAPage() {
    String page =
        """
        <meta property="article:published_time" content="2026-05-03T09:30:00Z">
        <script type="application/ld+json">
        {"@type": "NewsArticle", "headline": "A quay", "datePublished": "2026-05-01T08:00:00Z"}</script>
        <h1>A quay</h1><p class="date">%s</p><p>The quay was opened to the ships of the town.</p>
        """;

    assertThat(Reading.article(page.formatted("3 May 2026"), "a.html").dating().instant())
        .isEqualTo("2026-05-03T09:30:00Z");
    assertThat(Reading.article(page.formatted("1 May 2026"), "a.html").dating().instant())
        .isEqualTo("2026-05-01T08:00:00Z");
  }

  private static Dating of(List<Dating> rivals, @Nullable Dating shown) {
    return RivalDates.shown(DRAFTED, rivals, () -> Optional.ofNullable(shown));
  }

  private static Dating at(String time) {
    return Dating.of(Instant.parse(time), "json-ld");
  }
}
