package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignatureTest {

  @Test
  void readsASignature() {
    String page = "<p>The quay is open.</p><p><em>Mira Held</em></p>";

    assertThat(Signature.of(Markup.parse(page), "The quay is open.\n\nMira Held"))
        .contains("Mira Held");
    assertThat(Signature.of(Markup.parse("<p>Mira Held</p>"), "It is open.\n\nMira Held"))
        .isEmpty();
    assertThat(Signature.of(Markup.parse("<p><b>it is open</b></p>"), "it is open")).isEmpty();
  }

  @Test
  void findsTheNameBelowTheLastOfSeveralParagraphs() {
    String paragraph =
        "<p>The quay was opened to the ships of the town, which had waited for it for ten years.</p>";
    String name = "<p><b><i>Mira Held</i></b></p>";
    String after = "<div><p>Read our paper</p></div>";

    assertThat(ofPage("<div>" + paragraph.repeat(3) + name + "</div>" + after))
        .isEqualTo("Mira Held");
    assertThat(ofPage("<div>" + paragraph.repeat(2) + name + "</div>" + after)).isNull();
    assertThat(ofPage("<div>" + paragraph.repeat(3) + name + paragraph + "</div>")).isNull();
    assertThat(ofPage("<div>" + paragraph.repeat(3) + "<p>Mira Held</p></div>" + after)).isNull();
    assertThat(ofPage("<div>" + "<p>Anna Oar</p>".repeat(3) + name + "</div>" + after)).isNull();
  }

  private static @Nullable String ofPage(String page) {
    return Signature.of(Markup.parse(page), "It is open.\n\nRead our paper").orElse(null);
  }
}
