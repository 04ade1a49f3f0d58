package dev.dateline.app.faults;

import dev.dateline.app.faults.Mutations.Case;
import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.Crash;
import dev.dateline.testkit.faults.Mutation;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.PoisonDose;
import java.util.List;

/** Faults put into what all services share. */
final class SharedMutations {

  private SharedMutations() {}

  static List<Case> all() {
    return List.of(
        Case.of(
            new Mutation(
                "consumers read what is not committed",
                "runtime",
                "dev.dateline.runtime.kafka.KafkaClients",
                "IsolationLevel.READ_COMMITTED.toString()",
                "IsolationLevel.READ_UNCOMMITTED.toString()"),
            new Crash(FaultPoint.ENRICH_COMMITTING),
            new Crash(FaultPoint.ENRICH_OFFSETS_SENT),
            new Crash(FaultPoint.ENRICH_COMMITTING)),
        Case.of(
            new Mutation(
                "dead letters tell the length of the bytes that they hold",
                "schemas",
                "dev.dateline.schemas.DeadLetters",
                ".setPayloadLength(payload.length)",
                ".setPayloadLength(Math.min(payload.length, MAX_PAYLOAD_BYTES))"),
            new PoisonDose(Part.ENRICH)));
  }
}
