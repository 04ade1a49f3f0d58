package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityPageTest {

  @TempDir private Path folder;

  @Test
  void anEvaluationChangesItsOwnSectionAndItsOwnGoals() throws IOException {
    Path page = folder.resolve("quality.md");
    Files.writeString(page, "# Quality\n\nRead this.\n\n## What was tried\n\nMuch.\n");

    QualityPage.update(page, TaggerTier.FAST, measured("Topics, fast", Goal.TOPICS_BBC, 0.94));
    QualityPage.update(page, TaggerTier.FAST, measured("Links, fast", Goal.SAME_ID, 0.96));
    QualityPage.update(page, TaggerTier.FAST, measured("Topics, fast", Goal.TOPICS_BBC, 0.92));

    assertThat(page)
        .content()
        .startsWith("# Quality\n\nRead this.\n\n## What was tried\n\nMuch.\n")
        .contains("**92.00**, missed by 1.00", "**96.00**, met")
        .contains("## Topics, fast\n\n0.92\n", "## Links, fast\n\n0.96\n")
        .doesNotContain("94.00", "0.94");
  }

  private static Measured measured(String heading, Goal goal, double figure) {
    return new Measured(heading, figure + "\n", Map.of(goal, figure));
  }
}
