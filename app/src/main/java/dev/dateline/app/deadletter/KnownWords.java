package dev.dateline.app.deadletter;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.DeadLetterStage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The stages and codes under which dead letters are written. */
public final class KnownWords {

  private static final List<String> STAGES =
      Arrays.stream(DeadLetterStage.values()).map(DeadLetterStage::label).toList();

  private static final List<String> CODES =
      Arrays.stream(DeadLetterCode.values()).map(Enum::name).toList();

  private KnownWords() {}

  /**
   * Tells apart, where no letter waits, what was redriven from what was misspelt.
   *
   * @throws UserException where a stage or code is none of Dateline's
   */
  public static void require(Selection selection) {
    require("stage", selection.stage(), STAGES);
    require("code", selection.code(), CODES);
  }

  private static void require(String what, Optional<String> word, List<String> known) {
    if (word.isPresent() && known.stream().noneMatch(word.get()::equalsIgnoreCase)) {
      throw new UserException(
          ExitCode.NOT_FOUND,
          "No dead letter waits with the "
              + what
              + " "
              + word.get()
              + ", and there is none of that name. There are "
              + String.join(", ", known)
              + ".");
    }
  }
}
