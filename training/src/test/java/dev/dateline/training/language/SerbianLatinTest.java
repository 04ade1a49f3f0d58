package dev.dateline.training.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerbianLatinTest {

  @Test
  void writesCyrillicInLatinLetters() {
    assertThat(SerbianLatin.of("Љубав, Његош и џеп – 5 ђака из Чачка"))
        .isEqualTo("Ljubav, Njegoš i džep – 5 đaka iz Čačka");
  }
}
