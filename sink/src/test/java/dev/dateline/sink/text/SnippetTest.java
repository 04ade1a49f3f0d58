package dev.dateline.sink.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.sink.text.Snippet.Highlight;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnippetTest {

  @Test
  void showsTheStretchWithMostWords() {
    String text =
        "One walnut stood alone. "
            + "Nothing to see here. ".repeat(30)
            + "A walnut, a hazel\nand a walnut again. "
            + "Nothing more. ".repeat(30);

    Snippet snippet = Snippet.of(text, SearchQuery.parse("walnut hazel"));

    assertThat(words(snippet)).containsExactly("walnut", "hazel", "walnut");
    assertThat(snippet.text()).startsWith("…").endsWith("…").doesNotContain("\n");
    assertThat(snippet.text().length()).isLessThan(260);
  }

  @Test
  void isTheBeginningWhereNoWordIsFound() {
    Snippet snippet = Snippet.of("Short text.", SearchQuery.parse("absent"));

    assertThat(snippet).isEqualTo(new Snippet("Short text.", List.of()));
  }

  @Test
  void highlightsBeginningsAndOtherCases() {
    assertThat(words(Snippet.of("Harbours of HARBOR", SearchQuery.parse("harb*"))))
        .containsExactly("Harbours", "HARBOR");
  }

  @Test
  void leavesExcludedWordsPlain() {
    assertThat(words(Snippet.of("walnut hazel", SearchQuery.parse("walnut -hazel"))))
        .containsExactly("walnut");
  }

  @Test
  void cutsAnyTextInsideItsBounds() {
    Random random = new Random(3);
    String alphabet = "ab 京\ud83d\ude00\n.ก";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1_500); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      Snippet snippet = Snippet.of(text.toString(), SearchQuery.parse("京 a"));

      assertThat(words(snippet)).allMatch(word -> word.equals("京") || word.equals("a"));
    }
  }

  private static List<String> words(Snippet snippet) {
    return snippet.highlights().stream()
        .map((Highlight h) -> snippet.text().substring(h.start(), h.end()))
        .toList();
  }
}
