package dev.dateline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline model}: what the deep tagger needs. */
@Command(
    name = "model",
    description = "Fetch and list the model of the deep tagger.",
    subcommands = {ModelFetchCommand.class, ModelListCommand.class})
final class ModelCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say 'model fetch' or 'model list'");
  }
}
