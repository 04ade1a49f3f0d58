package dev.dateline.training.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTableTest {

  @TempDir private Path folder;

  @Test
  void aLineIsReplacedAndTheOthersStay() throws IOException {
    Path table = folder.resolve("languages.tsv");
    Files.writeString(table, "# Languages.\ntopics\tbg:0.5\nnames\tbg cs\n");

    LanguageTable.put(table, "topics", List.of("bg:0.75", "cs:0.5"));

    assertThat(table).hasContent("# Languages.\nnames\tbg cs\ntopics\tbg:0.75 cs:0.5\n");
  }
}
