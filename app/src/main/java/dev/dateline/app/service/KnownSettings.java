package dev.dateline.app.service;

import dev.dateline.console.ConsoleSettings;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.push.PushSettings;
import dev.dateline.ingest.watch.WatchSettings;
import dev.dateline.ingest.websub.WebSubSettings;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.sink.SinkSettings;
import java.util.List;
import java.util.stream.Stream;

/** Every setting of every module, in the order of the reference. */
public final class KnownSettings {

  private KnownSettings() {}

  /** All settings. */
  public static List<Setting> all() {
    return Stream.of(
            KafkaSettings.KEYS,
            HttpSettings.KEYS,
            IngestSettings.KEYS,
            WatchSettings.KEYS,
            WebSubSettings.KEYS,
            PushSettings.KEYS,
            FetchSettings.KEYS,
            EnrichSettings.KEYS,
            KnowledgeSettings.KEYS,
            SinkSettings.KEYS,
            ConsoleSettings.KEYS)
        .flatMap(List::stream)
        .toList();
  }
}
