package dev.dateline.app.deadletter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which letters are redriven and which are left, with the reason. */
record RedrivePlan(List<Waiting> ready, List<Outcome> left) {

  /**
   * @param cap what was redriven so often already is left, so that it does not go round for ever
   */
  static RedrivePlan of(Collection<Waiting> selected, int cap) {
    List<Waiting> ready = new ArrayList<>();
    List<Outcome> left = new ArrayList<>();
    for (Waiting letter : selected) {
      if (letter.obstacle().isPresent()) {
        left.add(Outcome.left(letter, letter.obstacle().get()));
      } else if (letter.redrives() >= cap) {
        left.add(
            Outcome.left(
                letter,
                "it failed again after it was redriven "
                    + letter.redrives()
                    + " times. Mend the cause, then raise --cap"));
      } else {
        ready.add(letter);
      }
    }
    return new RedrivePlan(ready, left);
  }
}
