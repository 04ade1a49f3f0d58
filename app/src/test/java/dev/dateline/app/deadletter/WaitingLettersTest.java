package dev.dateline.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.UserException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grouping, choosing and planning, without brokers. */
class WaitingLettersTest {

  private static final Waiting TAG_1 = letter("t-0@1", "a", "enrich.tag", "STAGE_FAILED", 1, 0);
  private static final Waiting TAG_2 = letter("t-0@2", "a", "enrich.tag", "STAGE_FAILED", 9, 3);
  private static final Waiting DECODE = letter("t-1@7", null, "enrich.decode", "UNDECODABLE", 4, 2);
  private static final Waiting READ = stuck(letter("f:x", null, "ingest.read", "EMPTY", 5, 0));
  private static final List<Waiting> ALL = List.of(TAG_1, DECODE, READ, TAG_2);

  @Test
  void groupsByReasonWithTheMostFrequentFirst() {
    List<LetterGroup> groups = LetterGroup.of(ALL);

    assertThat(groups)
        .extracting(LetterGroup::stage)
        .containsExactly("enrich.tag", "enrich.decode", "ingest.read");
    assertThat(groups.get(0))
        .isEqualTo(new LetterGroup("enrich.tag", "STAGE_FAILED", 2, 2, TAG_1.failedAt(), TAG_2));
    assertThat(groups.get(2).redrivable()).isZero();
  }

  @Test
  void aSelectionMeetsAllThatIsGiven() {
    assertThat(select(List.of(), null, null)).isEqualTo(ALL);
    assertThat(select(List.of("t-0@2", "f:x"), null, null)).containsExactly(READ, TAG_2);
    assertThat(select(List.of("a"), null, null)).containsExactly(TAG_1, TAG_2);
    assertThat(select(List.of(), "enrich.tag", null)).containsExactly(TAG_1, TAG_2);
    assertThat(select(List.of(), null, "undecodable")).containsExactly(DECODE);
    assertThat(select(List.of("t-1@7"), "enrich.tag", null)).isEmpty();
  }

  @Test
  void aNameOfNoLetterIsNamed() {
    assertThatThrownBy(() -> select(List.of("t-0@1", "t-9@9"), null, null))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("t-9@9");
  }

  @Test
  void whatWasRedrivenTooOftenOrCannotBeIsLeftWithItsReason() {
    RedrivePlan plan = RedrivePlan.of(ALL, 3);

    assertThat(plan.ready()).containsExactly(TAG_1, DECODE);
    assertThat(plan.left()).extracting(Outcome::letter).containsExactly(READ, TAG_2);
    assertThat(plan.left().get(0).why()).isEqualTo("mend it");
    assertThat(plan.left().get(1).why()).contains("redriven 3 times");
  }

  private static List<Waiting> select(List<String> names, String stage, String code) {
    return new Selection(names, Optional.ofNullable(stage), Optional.ofNullable(code)).of(ALL);
  }

  private static Waiting letter(
      String key, String articleId, String stage, String code, int second, int redrives) {
    Instant failedAt = Instant.ofEpochSecond(second);
    return new Waiting(
        0, second, key, articleId, stage, code, "wrong", failedAt, redrives, Optional.empty());
  }

  private static Waiting stuck(Waiting letter) {
    return new Waiting(
        letter.partition(),
        letter.offset(),
        letter.key(),
        letter.articleId(),
        letter.stage(),
        letter.code(),
        letter.message(),
        letter.failedAt(),
        letter.redrives(),
        Optional.of("mend it"));
  }
}
