package dev.dateline.app.ledger;

import dev.dateline.runtime.kafka.Answers;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Measures what lies behind offsets, without reading it. */
final class Backlog {

  private Backlog() {}

  /**
   * Offsets between where somebody stands, by partition, and the ends; what is gone is left out.
   */
  static long behind(Admin admin, Map<TopicPartition, Long> from) {
    Map<TopicPartition, Long> first = offsets(admin, from, OffsetSpec::earliest);
    Map<TopicPartition, Long> ends = offsets(admin, from, OffsetSpec::latest);
    return from.entrySet().stream()
        .mapToLong(
            entry -> {
              long at = Math.max(entry.getValue(), first.get(entry.getKey()));
              return Math.max(0, ends.get(entry.getKey()) - at);
            })
        .sum();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Map<TopicPartition, Long> of, Supplier<OffsetSpec> which) {
    Map<TopicPartition, OffsetSpec> asked =
        of.keySet().stream().collect(Collectors.toMap(each -> each, each -> which.get()));
    return Answers.of(admin.listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }
}
