package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {

  private final HostCheck check = new HostCheck(List.of("News.example"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:8080",
        "[::1]",
        "[::1]:8080",
        "news.example:80"
      })
  void loopbackAndConfiguredNamesAreAllowed(String host) {
    assertThat(check.allows(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "localhost.evil.example:8080",
        "evil.example:127",
        ":",
        "[::2]"
      })
  void foreignNamesAreRefused(String host) {
    assertThat(check.allows(host)).isFalse();
  }

  @Test
  void aRequestWithoutHostIsRefused() {
    assertThat(check.allows(null)).isFalse();
  }

  @Test
  void aStarAllowsEveryName() {
    assertThat(new HostCheck(List.of("*")).allows("evil.example")).isTrue();
  }
}
