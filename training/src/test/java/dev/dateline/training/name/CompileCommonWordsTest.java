package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompileCommonWordsTest {

  @Test
  void aWordIsAsCommonAsInTheLanguageThatHasMostOfIt() {
    Map<String, List<String>> texts =
        Map.of("hi", Collections.nCopies(4, "में"), "mr", Collections.nCopies(3, "में"));

    assertThat(CompileCommonWords.levels(texts).values()).containsOnly(2).hasSize(2);
  }

  @Test
  void theSameWordTwiceInOneTextIsSeenOnce() {
    assertThat(CompileCommonWords.levels(Map.of("hi", List.of("में में")))).isEmpty();
  }
}
