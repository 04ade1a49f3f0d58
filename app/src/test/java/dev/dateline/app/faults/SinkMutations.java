package dev.dateline.app.faults;

import dev.dateline.app.faults.Mutations.Case;
import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.Crash;
import dev.dateline.testkit.faults.DatabaseFault;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FrozenSink;
import dev.dateline.testkit.faults.LettersRefused;
import dev.dateline.testkit.faults.Mutation;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.PoisonDose;
import dev.dateline.testkit.faults.SuccessorFrozen;
import java.util.List;

/** Faults put into the sink. */
final class SinkMutations {

  private static final String PACKAGE = "dev.dateline.sink.";

  private SinkMutations() {}

  static List<Case> all() {
    return List.of(
        sink(
            "commits offsets before rows",
            "postgres.PostgresArticleStore",
            """
                return transactions.run(
                    handle -> {
                      for (Slice slice : ordered) {
            """,
            """
                transactions.run(
                    handle -> {
                      ordered.forEach(slice -> OffsetTable.advance(handle, slice));
                      return 0;
                    });
                return transactions.run(
                    handle -> {
                      for (Slice slice : List.<Slice>of()) {
            """,
            new Crash(FaultPoint.SINK_ROWS_WRITTEN)),
        sink(
            "does not test the epoch",
            "postgres.OffsetTable",
            "AND epoch = :epoch AND",
            "AND epoch >= :epoch AND",
            new SuccessorFrozen()),
        sink(
            "does not test the expected offset",
            "postgres.OffsetTable",
            "AND next_offset IS NOT DISTINCT FROM :expected",
            "AND (next_offset IS NOT DISTINCT FROM :expected OR true)",
            DatabaseFault.COMMIT_CUT,
            DatabaseFault.COMMIT_CUT),
        sink(
            "leaves a frozen transaction open",
            "postgres.PostgresDatabase",
            "config.setConnectionInitSql(limits(transactionTimeout));",
            "config.setConnectionInitSql(limits(transactionTimeout.multipliedBy(100)));",
            new FrozenSink(FaultPoint.SINK_ROWS_WRITTEN)),
        sink(
            "skips to the end of a partition",
            "Assignment",
            "    consumer.seek(partition, position);\n    claims.put",
            "    consumer.seekToEnd(Set.of(partition));\n    claims.put",
            new Crash(FaultPoint.SINK_BATCH_READ)),
        sink(
            "shows what came last",
            "postgres.RevisionWriter",
            "WHERE (NOT excluded.historical, excluded.revision) > (NOT a.historical, a.revision)",
            ""),
        sink(
            "drops rows that PostgreSQL refuses",
            "postgres.BatchWriter",
            "    String message = \"PostgreSQL refuses the row: \" + reason;\n",
            "    String message = reason;\n    if (!message.isEmpty()) {\n      return;\n    }\n",
            new PoisonDose(Part.SINK)),
        sink(
            "relays dead letters without their key",
            "DeadLetterPublisher",
            "TOPIC, letter.getOrigin().getBytes(UTF_8), serde",
            "TOPIC, null, serde",
            new PoisonDose(Part.SINK)),
        sink(
            "ignores what became of the dead letters that it sent",
            "DeadLetterPublisher",
            "        send.get();\n",
            "        if (!send.isDone()) {\n"
                + "          throw new ExecutionException(new IllegalStateException());\n"
                + "        }\n",
            new LettersRefused()),
        sink(
            "claims without a new epoch",
            "postgres.OffsetTable",
            "DO UPDATE SET epoch = o.epoch + 1,",
            "DO UPDATE SET epoch = o.epoch,",
            new SuccessorFrozen()),
        sink(
            "shows what was withdrawn",
            "postgres.RevisionWriter",
            ".bind(\"deleted\", article.getChange() == Change.DELETED)",
            ".bind(\"deleted\", article.getChange() == Change.HISTORICAL)"),
        sink(
            "shows history",
            "postgres.RevisionWriter",
            "return article.getChange() == Change.HISTORICAL;",
            "return article.getRevision() < 1;"),
        sink(
            "cuts texts",
            "postgres.RevisionWriter",
            ".bind(\"body\", article.getText())",
            ".bind(\"body\", article.getText().substring(0, article.getText().length() / 2))"),
        sink(
            "refuses a whole batch for one row",
            "postgres.Bisection",
            "    if (items.size() == 1) {\n      refusal.refused(items.get(0), reason.get());\n",
            "    if (items.size() > 0) {\n"
                + "      items.forEach(item -> refusal.refused(item, reason.get()));\n",
            new PoisonDose(Part.SINK)));
  }

  private static Case sink(String name, String type, String before, String after, Fault... faults) {
    return Case.of(new Mutation("sink " + name, "sink", PACKAGE + type, before, after), faults);
  }
}
