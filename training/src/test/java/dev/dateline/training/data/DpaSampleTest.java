package dev.dateline.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DpaSampleTest {

  private static final String MESSAGE =
      """
      <newsItem>
        <headline>Werft in Rostock stellt Fachkräfte ein</headline>
        <subject qcode="medtop:20000209"/>
        <subject qcode="dpasubject:345"><broader qcode="medtop:09000000"/></subject>
        <subject qcode="dpacat:wi"><broader qcode="dpageo:1"/></subject>
        <inlineXML>Die Werft sucht Schweißer.</inlineXML>
      </newsItem>
      """;

  @Test
  void aMediaTopicAboveAnEditorsOwnSubjectIsGoldToo(@TempDir Path data) throws IOException {
    write(PublicSet.DPA.archives(data).get(0));

    assertThat(DpaSample.read(data))
        .containsExactly(
            new DpaSample.Message(
                "Werft in Rostock stellt Fachkräfte ein",
                "Die Werft sucht Schweißer.",
                Set.of("medtop:20000209", "medtop:09000000")));
  }

  private static void write(Path archive) throws IOException {
    Files.createDirectories(archive.getParent());
    byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
    try (var tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      TarArchiveEntry entry = new TarArchiveEntry("sample/1.xml");
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
  }
}
