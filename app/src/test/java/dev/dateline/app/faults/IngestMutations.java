package dev.dateline.app.faults;

import dev.dateline.app.faults.Mutations.Case;
import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FrozenTransaction;
import dev.dateline.testkit.faults.Kill;
import dev.dateline.testkit.faults.Mutation;
import dev.dateline.testkit.faults.Part;
import java.util.List;

/** Faults put into ingest. */
final class IngestMutations {

  private IngestMutations() {}

  static List<Case> all() {
    return List.of(
        ingest(
            "keeps the rest of a batch for itself", "IngestPass", "    publisher.flush();\n", ""),
        ingest(
            "passes over the first line of a file",
            "IngestPass",
            "      publish(first, file);\n",
            ""),
        ingest(
            "dates a file by the time at which it is read",
            "IngestPass",
            "return modified.isBefore(now.plus(KafkaTopic.CLOCKS_APART)) ? modified : now;",
            "return now;",
            new Kill(Part.INGEST),
            new Kill(Part.INGEST)),
        ingest(
            "acknowledges a batch before its transaction ends",
            "publish.TransactionalSender",
            "      open.commitTransaction();\n",
            """
                  try {
                    open.commitTransaction();
                  } catch (KafkaException e) {
                    abandon();
                  }
            """,
            new FrozenTransaction(FaultPoint.INGEST_BATCH_SENT),
            new FrozenTransaction(FaultPoint.INGEST_BATCH_SENT)));
  }

  private static Case ingest(
      String name, String type, String before, String after, Fault... faults) {
    return Case.of(
        new Mutation("ingest " + name, "ingest", "dev.dateline.ingest." + type, before, after),
        faults);
  }
}
