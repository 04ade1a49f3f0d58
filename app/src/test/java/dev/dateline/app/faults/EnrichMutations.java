package dev.dateline.app.faults;

import dev.dateline.app.faults.Mutations.Case;
import dev.dateline.runtime.FaultPoint;
import dev.dateline.testkit.faults.Crash;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Kill;
import dev.dateline.testkit.faults.Mutation;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.PoisonDose;
import dev.dateline.testkit.faults.StageThrows;
import dev.dateline.testkit.faults.WipedState;
import java.util.List;

/** Faults put into enrich. */
final class EnrichMutations {

  private static final String TOPOLOGY = "topology.";
  private static final String REGISTER = "register.";

  private EnrichMutations() {}

  static List<Case> all() {
    return List.of(
        enrich(
            "processes at least once",
            TOPOLOGY + "StreamsConfiguration",
            "StreamsConfig.EXACTLY_ONCE_V2);",
            "StreamsConfig.AT_LEAST_ONCE);",
            // What the broker has of a revision by the time of a crash is a matter of chance.
            new Crash(FaultPoint.ENRICH_EVENTS_SENT),
            new Crash(FaultPoint.ENRICH_REVISION_SENT),
            new Crash(FaultPoint.ENRICH_EVENTS_SENT),
            new Crash(FaultPoint.ENRICH_REVISION_SENT),
            new Crash(FaultPoint.ENRICH_EVENTS_SENT),
            new Crash(FaultPoint.ENRICH_REVISION_SENT),
            new Crash(FaultPoint.ENRICH_EVENTS_SENT),
            new Crash(FaultPoint.ENRICH_REVISION_SENT)),
        enrich(
            "begins with what is new",
            TOPOLOGY + "EnrichTopology",
            "AutoOffsetReset.earliest(),\n                ARTICLES,",
            "AutoOffsetReset.latest(),\n                ARTICLES,"),
        enrich(
            "keeps the register on its own disk alone",
            TOPOLOGY + "EnrichTopology",
            "                    Stores.persistentKeyValueStore(REGISTER), Serdes.String(),"
                + " serdes.register()),",
            "                    Stores.persistentKeyValueStore(REGISTER), Serdes.String(),"
                + " serdes.register()).withLoggingDisabled(),",
            new WipedState()),
        enrich(
            "sends no tombstone",
            TOPOLOGY + "RevisionOutput",
            "deleted ? tombstone(out) : out",
            "out"),
        enrich(
            "swallows what it cannot decode",
            TOPOLOGY + "EnrichProcessor",
            """
                  bury(
                      record,
                      DeadLetterStage.ENRICH_DECODE,
                      DeadLetterCode.UNDECODABLE,
                      text(e.getMessage()),
                      null);
            """,
            "",
            new PoisonDose(Part.ENRICH)),
        enrich(
            "makes history the latest",
            TOPOLOGY + "RevisionOutput",
            "if (event.getChange() != Change.HISTORICAL) {",
            "if (event.getRevision() > 0) {"),
        enrich(
            "tells no subject that an article left",
            TOPOLOGY + "SubjectChange",
            "      if (!now.contains(code)) {",
            "      if (deleted && !now.contains(code)) {"),
        enrich(
            "keys revisions by article",
            TOPOLOGY + "RevisionOutput",
            "RecordKeys.revision(event.getId(), event.getRevision()).getBytes(UTF_8)",
            "event.getId().getBytes(UTF_8)"),
        enrich(
            "forgets the revision it has published",
            TOPOLOGY + "EnrichProcessor",
            "    register.put(event.getId(), revision.entry());\n",
            ""),
        enrich(
            "takes every observation for news",
            REGISTER + "Register",
            "    return repeat\n",
            "    return repeat && current.getDeleted()\n"),
        enrich(
            "takes late observations for new ones",
            REGISTER + "Register",
            ": moment.compareTo(latest) < 0;",
            ": false;"),
        enrich(
            "takes withdrawals for nothing",
            REGISTER + "Register",
            "return nothingToDelete ? new Repeat(null) : new Deleted();",
            "return nothingToDelete || current.getRevision() > 0 ? new Repeat(null) : new"
                + " Deleted();"),
        enrich(
            "numbers revisions from memory alone",
            TOPOLOGY + "Enricher",
            "    return new Result.Revision(builder.setRevision(next.getRevision()).build(),",
            """
            int number = Integer.getInteger("memory." + article.getId(), 0) + 1;
            System.setProperty("memory." + article.getId(), "" + number);
            return new Result.Revision(builder.setRevision(number).build(),\
            """,
            new Kill(Part.ENRICH),
            new Kill(Part.ENRICH)),
        new Case(
            mutation(
                "swallows the exception of a stage",
                TOPOLOGY + "Enricher",
                "        return new Result.StageFailed(e);\n",
                "        subjects = List.of();\n"),
            List.of(new StageThrows()),
            List.of(StageThrows.TRAP)),
        enrich(
            "publishes outside the transaction of its state",
            TOPOLOGY + "RevisionOutput",
            "    context.forward(record, EnrichTopology.ENRICHED);\n",
            """
                var outside =
                    (org.apache.kafka.clients.producer.KafkaProducer<byte[], byte[]>)
                        System.getProperties()
                            .computeIfAbsent(
                                "outside",
                                key ->
                                    new org.apache.kafka.clients.producer.KafkaProducer<byte[], byte[]>(
                                        java.util.Map.of(
                                            "bootstrap.servers",
                                            context.appConfigs().get("bootstrap.servers")),
                                        new org.apache.kafka.common.serialization.ByteArraySerializer(),
                                        new org.apache.kafka.common.serialization.ByteArraySerializer()));
                String topic = Topics.ENRICHED.name();
                int partition =
                    new ArticlePartitioner()
                        .partitions(
                            topic, record.key(), record.value(), outside.partitionsFor(topic).size())
                        .orElseThrow()
                        .iterator()
                        .next();
                outside.send(
                    new org.apache.kafka.clients.producer.ProducerRecord<>(
                        topic, partition, record.key(), record.value(), record.headers()));
                outside.flush();
            """,
            new Crash(FaultPoint.ENRICH_COMMITTING),
            new Crash(FaultPoint.ENRICH_EVENTS_SENT),
            new Crash(FaultPoint.ENRICH_COMMITTING)),
        enrich(
            "puts a revision where its key says",
            TOPOLOGY + "ArticlePartitioner",
            "RecordKeys.articleId(new String(key, UTF_8)).getBytes(UTF_8)",
            "(RecordKeys.articleId(new String(key, UTF_8)) + key.length + key[key.length - 1])"
                + ".getBytes(UTF_8)"),
        enrich(
            "names no subjects in the headers",
            TOPOLOGY + "EventHeaders",
            "    putList(headers, \"ce_subjects\", subjects);\n",
            ""));
  }

  private static Case enrich(
      String name, String type, String before, String after, Fault... faults) {
    return Case.of(mutation(name, type, before, after), faults);
  }

  private static Mutation mutation(String name, String type, String before, String after) {
    return new Mutation("enrich " + name, "enrich", "dev.dateline.enrich." + type, before, after);
  }
}
