package dev.dateline.app.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.UserException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenDownloadTest {

  @TempDir private Path folder;

  @Test
  void aMissingMavenIsNamedWithWhatToDo() {
    MavenDownload maven =
        new MavenDownload(List.of(folder.resolve("mvn").toString()), progress -> {});

    assertThatThrownBy(() -> maven.fetch("a:b:1", folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("install Maven")
        .hasMessageContaining("PATH");
  }

  @Test
  void aFailureNamesTheArtifactAndTheReason() {
    MavenDownload offline = new MavenDownload(List.of("mvn", "-o"), progress -> {});

    assertThatThrownBy(() -> offline.fetch("dev.dateline:no-such-artifact:1", folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("dev.dateline:no-such-artifact:1")
        .hasMessageContaining("Check the network");
  }
}
