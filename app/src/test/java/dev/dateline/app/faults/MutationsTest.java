package dev.dateline.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.faults.Mutation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mutations follow the product, though they run seldom. */
class MutationsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyMutationFitsItsSource() throws Exception {
    for (Mutations.Case mutant : Mutations.all()) {
      for (Mutation mutation : mutant.changes()) {
        assertThat(mutation.changed(REPOSITORY)).contains(mutation.after());
      }
    }
  }

  @Test
  void thereAreThirtyOfThemAndNoneTwice() {
    List<String> names = Mutations.all().stream().map(Mutations.Case::toString).toList();

    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
  }
}
