package dev.dateline.enrich.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

  @TempDir private Path folder;
  private Path artifact;
  private EncoderSource source;
  private ModelFolder models;

  @BeforeEach
  void write() throws IOException {
    TinyEncoder tiny = new TinyEncoder();
    artifact = tiny.write(folder);
    source = tiny.source(artifact);
    models = new ModelFolder(folder.resolve("models"));
  }

  private Path copy(Path into) throws IOException {
    return Files.copy(artifact, into.resolve("artifact.jar"));
  }

  @Test
  void keepsTheConvertedModelAndNothingElse() throws IOException {
    models.add(source, this::copy, line -> {});

    assertThat(models.has(source)).isTrue();
    assertThat(models.list()).extracting(ModelFolder.Kept::name).containsExactly("tiny");
    try (var left = Files.list(models.path().resolve("tiny"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("encoder.onnx", "vocab.txt", "model.properties");
    }
    assertThat(models.path().resolve("unfinished")).doesNotExist();
    assertThat(Files.readAllLines(models.open(source).vocabulary()))
        .isEqualTo(TinyEncoder.VOCABULARY);
  }

  @Test
  void aMissingModelSaysHowToGetIt() {
    assertThatThrownBy(() -> models.open(source))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("dateline model fetch");
  }

  @Test
  void anArtifactOfAnotherChecksumIsRefusedAndLeavesNothing() throws IOException {
    Files.write(artifact, new byte[] {0}, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> models.add(source, this::copy, line -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("SHA-256")
        .hasMessageContaining(source.artifact());

    assertThat(models.has(source)).isFalse();
    assertThat(models.list()).isEmpty();
  }

  @Test
  void whatAKillLeftIsNoModelAndGoesWithTheNextFetch() throws IOException {
    Path unfinished = Files.createDirectories(models.path().resolve("unfinished"));
    Files.writeString(unfinished.resolve("model.properties"), "format=1");
    Files.writeString(unfinished.resolve("encoder.onnx"), "half");

    assertThat(models.list()).isEmpty();
    models.add(source, this::copy, line -> {});

    assertThat(models.open(source).graph()).exists();
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    models.add(source, this::copy, line -> {});
    Path graph = models.open(source).graph();
    byte[] bytes = Files.readAllBytes(graph);
    bytes[bytes.length / 2] ^= 1;
    Files.write(graph, bytes);

    assertThatThrownBy(() -> models.open(source))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("encoder.onnx is not what was written there")
        .hasMessageContaining("Delete that folder");
  }

  @Test
  void aModelOfAnotherSourceIsForeign() throws IOException {
    models.add(source, this::copy, line -> {});
    EncoderSource other =
        new EncoderSource(
            source.name(), source.artifact(), "MIT", "00", "x", "y/", 2, List.of(6, 8, 9));

    assertThatThrownBy(() -> models.open(other))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("of something else");
  }
}
