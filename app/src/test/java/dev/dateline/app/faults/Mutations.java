package dev.dateline.app.faults;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.Crash;
import dev.dateline.testkit.faults.DatabaseFault;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.FrozenSink;
import dev.dateline.testkit.faults.Mutation;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.PoisonDose;
import dev.dateline.testkit.faults.SuccessorFrozen;
import dev.dateline.testkit.faults.WipedState;
import java.util.List;

/** Faults of the product, each with the faults of the world under which it shows. */
final class Mutations {

  private static final String SINK = "dev.dateline.sink.";
  private static final String TOPOLOGY = "dev.dateline.enrich.topology.";

  /** Faults of the world that a product without faults stands. */
  record Case(Mutation mutation, List<Fault> faults) {

    @Override
    public String toString() {
      return mutation.name();
    }
  }

  private Mutations() {}

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
        new Case(
            new Mutation(
                "consumers read what is not committed",
                "runtime",
                "dev.dateline.runtime.kafka.KafkaClients",
                "IsolationLevel.READ_COMMITTED.toString()",
                "IsolationLevel.READ_UNCOMMITTED.toString()"),
            List.of(
                new Crash(FaultPoint.ENRICH_COMMITTING),
                new Crash(FaultPoint.ENRICH_OFFSETS_SENT),
                new Crash(FaultPoint.ENRICH_COMMITTING))),
        enrich(
            "processes at least once",
            "StreamsConfiguration",
            "StreamsConfig.EXACTLY_ONCE_V2);",
            "StreamsConfig.AT_LEAST_ONCE);",
            new Crash(FaultPoint.ENRICH_EVENTS_SENT),
            new Crash(FaultPoint.ENRICH_REVISION_SENT),
            new Crash(FaultPoint.ENRICH_EVENTS_SENT)),
        enrich(
            "begins with what is new",
            "EnrichTopology",
            "AutoOffsetReset.earliest(),\n                ARTICLES,",
            "AutoOffsetReset.latest(),\n                ARTICLES,"),
        enrich(
            "keeps the register on its own disk alone",
            "EnrichTopology",
            "                    Stores.persistentKeyValueStore(REGISTER), Serdes.String(), serdes.register()),",
            "                    Stores.persistentKeyValueStore(REGISTER), Serdes.String(), serdes.register()).withLoggingDisabled(),",
            new WipedState()),
        enrich("sends no tombstone", "RevisionOutput", "deleted ? tombstone(out) : out", "out"),
        enrich(
            "swallows what it cannot decode",
            "EnrichProcessor",
            "      bury(record, \"enrich.decode\", DeadLetterCode.UNDECODABLE, text(e.getMessage()), null);\n",
            "",
            new PoisonDose(Part.ENRICH)),
        enrich(
            "makes history the latest",
            "RevisionOutput",
            "if (event.getChange() != Change.HISTORICAL) {",
            "if (event.getRevision() > 0) {"),
        enrich(
            "tells no subject that an article left",
            "SubjectChange",
            "      if (!now.contains(code)) {",
            "      if (deleted && !now.contains(code)) {"),
        enrich(
            "keys revisions by article",
            "RevisionOutput",
            "RecordKeys.revision(event.getId(), event.getRevision()).getBytes(UTF_8)",
            "event.getId().getBytes(UTF_8)"),
        enrich(
            "forgets the revision it has published",
            "EnrichProcessor",
            "    register.put(event.getId(), revision.entry());\n",
            ""),
        new Case(
            new Mutation(
                "takes every observation for news",
                "enrich",
                "dev.dateline.enrich.register.Register",
                "    return repeat\n",
                "    return repeat && current.getDeleted()\n"),
            List.of()),
        new Case(
            new Mutation(
                "takes late observations for new ones",
                "enrich",
                "dev.dateline.enrich.register.Register",
                ": moment.compareTo(latest) < 0;",
                ": false;"),
            List.of()),
        new Case(
            new Mutation(
                "keeps the rest of a batch for itself",
                "ingest",
                "dev.dateline.ingest.IngestPass",
                "    publisher.flush();\n",
                ""),
            List.of()));
  }

  private static Case sink(String name, String type, String before, String after, Fault... faults) {
    return new Case(
        new Mutation("sink " + name, "sink", SINK + type, before, after), List.of(faults));
  }

  private static Case enrich(
      String name, String type, String before, String after, Fault... faults) {
    return new Case(
        new Mutation("enrich " + name, "enrich", TOPOLOGY + type, before, after), List.of(faults));
  }
}
