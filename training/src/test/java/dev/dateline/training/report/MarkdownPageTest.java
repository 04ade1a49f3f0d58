package dev.dateline.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {

  private static final String PAGE =
      """
      # Figures

      Kept by hand.

      ## Speed

      old

      ### Detail

      old too

      ## Notes

      Also kept by hand.
      """;

  @Test
  void aSectionIsReplacedInItsPlaceAndTheOthersStay() {
    String changed = MarkdownPage.parse(PAGE).with("Speed", "new\n").text();

    assertThat(changed)
        .isEqualTo(
            """
            # Figures

            Kept by hand.

            ## Speed

            new

            ## Notes

            Also kept by hand.
            """);
  }

  @Test
  void whatIsReadIsWrittenAgainUnchanged() {
    assertThat(MarkdownPage.parse(PAGE).text()).isEqualTo(PAGE);
  }

  @Test
  void aNewSectionComesLast() {
    String changed = MarkdownPage.parse(PAGE).with("Memory", "little").text();

    assertThat(changed).endsWith("Also kept by hand.\n\n## Memory\n\nlittle\n");
  }

  @Test
  void aHeadingInAFencedBlockIsNoSection() {
    MarkdownPage page = MarkdownPage.parse("# T\n\n## A\n\n```\n## not one\n```\n\nrest\n");

    assertThat(page.section("not one")).isEmpty();
    assertThat(page.section("A")).hasValue("```\n## not one\n```\n\nrest");
  }

  @Test
  void aPageThatIsNotThereYetHasATitle(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.md");

    MarkdownPage.read(file, "Figures").with("Speed", "much").write(file);

    assertThat(file).hasContent("# Figures\n\n## Speed\n\nmuch\n");
  }
}
