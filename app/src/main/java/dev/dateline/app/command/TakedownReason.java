package dev.dateline.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Why something is said of articles; it must be given. */
final class TakedownReason {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for those who ask later; kept in news.takedown.v1. Required.")
  private @Nullable String reason;

  /**
   * The reason.
   *
   * @throws ParameterException where there is none
   */
  String text() {
    if (reason == null || reason.isBlank()) {
      throw new ParameterException(command.commandLine(), "Say why: --reason TEXT");
    }
    return reason.strip();
  }
}
