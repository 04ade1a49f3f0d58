package dev.dateline.ingest.publish;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.runtime.ledger.LedgerKey;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What one life of a producer has published, by source. The sums go into the transaction of what
 * they count, so a transaction that is taken back takes its counts along.
 */
final class LifeLedger {

  private final String life = UUID.randomUUID().toString();
  private final Map<String, Counts> committed = new HashMap<>();
  private Map<String, Counts> pending = Map.of();

  /** The records that count a batch, to be sent in its transaction. */
  List<ProducerRecord<String, byte[]>> counting(
      List<ProducerRecord<String, byte[]>> batch, Map<String, Counts> barred) {
    Map<String, Counts> sums = new HashMap<>();
    for (ProducerRecord<String, byte[]> record : batch) {
      Counts outcome = outcome(record.topic());
      if (!outcome.equals(Counts.NONE)) {
        String source = CloudEvents.sourceId(record.headers());
        sums.merge(source, Counts.IN.plus(outcome), Counts::plus);
      }
    }
    barred.forEach((source, counts) -> sums.merge(source, counts, Counts::plus));
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    sums.replaceAll((source, sum) -> committed.getOrDefault(source, Counts.NONE).plus(sum));
    sums.forEach(
        (source, sum) ->
            records.add(
                new ProducerRecord<>(
                    Topics.LEDGER.name(), new LedgerKey(source, life).toString(), sum.encode())));
    pending = sums;
    return records;
  }

  /** The transaction of the last batch is committed. */
  void committed() {
    committed.putAll(pending);
  }

  private static Counts outcome(String topic) {
    if (topic.equals(Topics.ARTICLE.name()) || topic.equals(Topics.PROMOTION.name())) {
      return Counts.OUT;
    }
    return topic.equals(Topics.DEAD_LETTER.name()) ? Counts.DEAD : Counts.NONE;
  }
}
