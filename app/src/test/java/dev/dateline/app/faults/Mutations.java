package dev.dateline.app.faults;

import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Mutation;
import java.util.List;
import java.util.stream.Stream;

/** Faults of the product, each with the faults of the world under which it shows. */
final class Mutations {

  /**
   * A product that is to be found out.
   *
   * @param faults faults of the world that a product without faults stands
   * @param traps what else is changed in the product, so that a fault of the world can strike it
   */
  record Case(Mutation mutation, List<Fault> faults, List<Mutation> traps) {

    static Case of(Mutation mutation, Fault... faults) {
      return new Case(mutation, List.of(faults), List.of());
    }

    /** All changes of the product. */
    List<Mutation> changes() {
      return Stream.concat(traps.stream(), Stream.of(mutation)).toList();
    }

    @Override
    public String toString() {
      return mutation.name();
    }
  }

  private Mutations() {}

  static List<Case> all() {
    return Stream.of(
            SinkMutations.all(),
            EnrichMutations.all(),
            IngestMutations.all(),
            SharedMutations.all())
        .flatMap(List::stream)
        .toList();
  }
}
