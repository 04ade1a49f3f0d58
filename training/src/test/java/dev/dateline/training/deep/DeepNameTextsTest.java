package dev.dateline.training.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.training.name.MarkedText;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeepNameTextsTest {

  private static Stream<MarkedText> texts(String source, String group, String language) {
    return IntStream.range(0, 20)
        .mapToObj(i -> new MarkedText(source, group, language, "" + i, List.of(), Set.of()));
  }

  private static List<String> chosen(Stream<MarkedText> texts) {
    return DeepNameTexts.of(texts.toList()).stream().map(MarkedText::text).toList();
  }

  @Test
  void ofLargePartsEverySoManyTextsAreTakenAndOfOthersAll() {
    assertThat(chosen(texts("slavner", "brexit", "bg"))).containsExactly("0", "4", "8", "12", "16");
    assertThat(chosen(texts("slavner", "brexit", "uk"))).hasSize(20);
    assertThat(chosen(texts("nerel", "", "ru"))).containsExactly("0", "5", "10", "15");
    assertThat(chosen(texts("written", "", "bg"))).hasSize(20);
  }

  @Test
  void eachPartIsCountedByItself() {
    Stream<MarkedText> both =
        Stream.concat(texts("slavner", "ec", "cs").limit(3), texts("slavner", "ec", "uk").limit(3));

    assertThat(chosen(both)).containsExactly("0", "2", "0", "2");
  }
}
