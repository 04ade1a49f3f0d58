package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.enrich.model.EncoderSource;
import dev.dateline.enrich.model.ModelFolder;
import dev.dateline.runtime.ExitCode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline model list}. */
@Command(
    name = "list",
    description = "List the models in the data folder: name, MB, licence, source; tab-separated.")
final class ModelListCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    ModelFolder models = new ModelFolder(DataFolder.open(data.folder()).models());
    PrintStream out = Terminal.standardOutput();
    for (ModelFolder.Kept model : models.list()) {
      out.printf(
          Locale.ROOT,
          "%s\t%d\t%s\t%s%n",
          model.name(),
          model.bytes() >> 20,
          model.licence(),
          model.artifact());
    }
    out.flush();
    if (!models.has(EncoderSource.MBERT)) {
      Terminal.standardError()
          .println(
              "dateline: no deep tagger in " + models.path() + "; 'dateline model fetch' gets it");
    }
    return ExitCode.OK.code();
  }
}
