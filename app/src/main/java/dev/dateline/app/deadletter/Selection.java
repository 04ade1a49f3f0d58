package dev.dateline.app.deadletter;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which letters are meant: those that meet all that is given, so all of them where nothing is.
 *
 * @param names keys of letters or ids of articles; none for any
 */
public record Selection(List<String> names, Optional<String> stage, Optional<String> code) {

  public Selection {
    names = List.copyOf(names);
  }

  /**
   * The letters that are meant, in their order.
   *
   * @throws UserException where a name is of none
   */
  public List<Waiting> of(Collection<Waiting> letters) {
    for (String name : names) {
      if (letters.stream().noneMatch(letter -> letter.isNamed(name))) {
        throw new UserException(
            ExitCode.NOT_FOUND,
            "No dead letter waits under "
                + name
                + ": it was redriven or never was. 'dateline dlq list' shows what waits.");
      }
    }
    return letters.stream().filter(this::matches).toList();
  }

  private boolean matches(Waiting letter) {
    return (names.isEmpty() || names.stream().anyMatch(letter::isNamed))
        && stage.map(letter.stage()::equalsIgnoreCase).orElse(true)
        && code.map(letter.code()::equalsIgnoreCase).orElse(true);
  }
}
