package dev.dateline.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The oracle finds every fault that is put into the product, and none in the product as it is under
 * the same faults of the world.
 */
@Tag("faults-mutations")
@Timeout(7200)
class MutationsIT {

  private static final int ARTICLES = 300;

  static List<Mutations.Case> mutations() {
    String wanted = System.getProperty("faults.mutation", "");
    return Mutations.all().stream().filter(one -> one.mutation().name().contains(wanted)).toList();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void isFound(Mutations.Case mutant) {
    Faults.Outcome outcome =
        Faults.outcome("mutation", ARTICLES, mutant.faults(), List.of(mutant.mutation()));

    System.out.println("mutation '" + mutant + "' found by " + outcome.summary());
    assertThat(outcome.isClean()).as("'%s' is not found", mutant).isFalse();
  }
}
