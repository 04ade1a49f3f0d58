package dev.dateline.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
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

  private static final int ARTICLES = Integer.getInteger("faults.articles", 300);

  /**
   * Those of which the regular expression {@code -Dfaults.mutation} finds something in the name.
   */
  static List<Mutations.Case> mutations() {
    Pattern wanted = Pattern.compile(System.getProperty("faults.mutation", ""));
    return Mutations.all().stream()
        .filter(one -> wanted.matcher(one.mutation().name()).find())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void isFound(Mutations.Case mutant) {
    Faults.Outcome outcome =
        Faults.outcome(
            "mutation", ARTICLES, mutant.faults(), setup -> setup.mutated(mutant.changes()));

    System.out.println("mutation '" + mutant + "' found by " + outcome.summary());
    assertThat(outcome.isFaulty()).as("'%s' is not found", mutant).isTrue();
  }
}
