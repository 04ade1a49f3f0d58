package dev.dateline.app.deadletter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownWordsTest {

  @ParameterizedTest
  @CsvSource({"enrich.tag,", "SINK.store,", ",stage_failed", "ingest.read,UNREADABLE", ","})
  void whatServicesWriteMayHaveComeToAnEnd(String stage, String code) {
    assertThatCode(() -> KnownWords.require(selection(stage, code))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"nosuch,,nosuch", "enrich,,enrich.tag", ",NOSUCH,UNREADABLE"})
  void anyOtherWordDoesNotExist(String stage, String code, String told) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> KnownWords.require(selection(stage, code)))
        .withMessageContaining(told)
        .matches(e -> e.exitCode() == ExitCode.NOT_FOUND);
  }

  private static Selection selection(String stage, String code) {
    return new Selection(List.of(), Optional.ofNullable(stage), Optional.ofNullable(code));
  }
}
