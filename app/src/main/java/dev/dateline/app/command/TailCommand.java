package dev.dateline.app.command;

import dev.dateline.app.instance.Attachment;
import dev.dateline.app.instance.Brokers;
import dev.dateline.app.instance.EnrichedTail;
import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.json.ArticleFilter;
import dev.dateline.sink.StoredRevision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dateline tail}: the enriched stream as it comes. */
@Command(
    name = "tail",
    description = {
      "Show the enriched stream as it comes.",
      "Follows the running instance, or the brokers that kafka.bootstrap names; where none runs,"
          + " shows the newest articles of the data folder and ends."
    },
    footer = {"", "Example: dateline tail --subject sport --entity wikidata:Q148 --language bg"})
final class TailCommand implements Callable<Integer> {

  private static final int LAST = 10;
  private static final int MOST_LOOKED_AT = 10_000;

  @Mixin private ReaderOptions options = new ReaderOptions();
  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(
      names = {"-n", "--last"},
      paramLabel = "COUNT",
      converter = CountConverter.class,
      description = {
        "Begin with this many of the newest events.",
        "Default: none while following, else 10."
      })
  private @Nullable Integer last;

  @Option(names = "--no-follow", description = "End after the events that are there now.")
  private boolean noFollow;

  @Override
  public Integer call() {
    ProcessSettings.logTo(options.common(), "ERROR");
    ArticleFilter filter = filters.filter();
    Settings settings = ProcessSettings.load(options.common(), Map.of());
    Optional<KafkaSettings> brokers = Brokers.find(settings, options.data().folder());
    if (brokers.isPresent()) {
      follow(new KafkaClients(brokers.get()), filter);
    } else {
      stored(filter);
    }
    return ExitCode.OK.code();
  }

  /** A signal ends it in order, so that what was printed is whole. */
  private void follow(KafkaClients clients, ArticleFilter filter) {
    EnrichedTail tail = new EnrichedTail(clients, filter);
    StopSignal.Work work = StopSignal.stopOnSignal(tail::stop);
    try (tail;
        work;
        ArticlePrinter printer = printer()) {
      tail.begin(last == null && !noFollow ? 0 : last(), printer);
      if (!noFollow) {
        Terminal.standardError().println("dateline: following the stream; Ctrl-C ends it");
        tail.follow(printer);
      }
    }
  }

  private int last() {
    return last == null ? LAST : last;
  }

  private ArticlePrinter printer() {
    return new ArticlePrinter(Terminal.standardOutput(), options.output().format());
  }

  private void stored(ArticleFilter filter) {
    Terminal.standardError()
        .println(
            "dateline: no instance runs here; these are the newest articles of the data folder.");
    try (Attachment attachment = options.open();
        ArticlePrinter printer = printer()) {
      List<StoredRevision> newest =
          new ArrayList<>(
              attachment.articles().latest(MOST_LOOKED_AT).stream()
                  .filter(revision -> filter.test(revision.article()))
                  .limit(last())
                  .toList());
      Collections.reverse(newest);
      newest.forEach(revision -> printer.print(revision.storedAt(), revision.article()));
    }
  }
}
