package dev.dateline.app.command;

import dev.dateline.app.output.ArticleLine;
import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.EmbeddedWire;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.app.service.RunProgress;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.source.SourcePath;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.EnrichedArticle;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline run}: the whole wire on one machine. */
@Command(
    name = "run",
    description = {
      "Run the whole wire on this machine: broker, database and all services.",
      "Ingests every article below PATH, tags and stores it, and prints one line an article as it"
          + " is stored. Stays up, watches the folder and the sources of 'dateline source', and"
          + " serves the console, unless --once is given."
    },
    footer = {"", "Example: dateline run --once samples/"})
final class RunCommand implements Callable<Integer> {

  /** What an embedded broker can keep, and what makes it quick. */
  private static final Map<String, String> EMBEDDED =
      Map.of(
          "kafka.partitions", "4",
          "kafka.replication", "1",
          "kafka.session-timeout", "6s",
          "kafka.transaction-timeout", "6s");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private SourceOptions source = new SourceOptions();

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Map<String, String> flags = source.flags();
    DataFolder folder = DataFolder.open(data.folder());
    logTo(folder);
    flags.put("enrich.state-dir", folder.path().resolve("enrich").toString());
    flags.put(KafkaSettings.MEMBER_DIRECTORY, folder.members().toString());
    flags.put(
        KnowledgeSettings.DIRECTORY, KnowledgeSettings.inDataFolder(folder.path()).toString());
    flags.put("enrich.model-dir", folder.models().toString());
    Settings settings = ProcessSettings.load(common, flags, EMBEDDED);
    boolean watchesFolder = settings.optionalText("ingest.path").isPresent();
    if (watchesFolder || source.once()) {
      SourcePath.real(IngestSettings.from(settings).path()); // told before anything starts
    }
    PrintStream err = Terminal.standardError();
    RunProgress progress = new RunProgress(lines(), line -> err.println("dateline: " + line));
    try (EmbeddedWire wire =
        EmbeddedWire.start(
            settings, folder, progress.listeners(), line -> err.println("dateline: " + line))) {
      err.println("dateline: console at " + wire.address());
      if (!source.once()) {
        err.println(
            "dateline: watching "
                + (watchesFolder ? settings.text("ingest.path") + " and " : "")
                + "the sources of 'dateline source list'; Ctrl-C ends it");
        StopSignal.await(wire::close);
        return ExitCode.OK.code();
      }
      StopSignal.closeOnSignal(wire::close);
      awaitEnd(wire, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED.code();
    }
    err.println("dateline: " + line(progress.summary(), start));
    return ExitCode.OK.code();
  }

  private static void awaitEnd(EmbeddedWire wire, RunProgress progress)
      throws InterruptedException {
    wire.awaitIngest();
    RunProgress.Summary before = progress.summary();
    while (!progress.awaitRest(PATIENCE.toMillis())) {
      RunProgress.Summary now = progress.summary();
      if (now.equals(before)) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            "Nothing moved for a minute"
                + wire.trouble().map(trouble -> ": " + trouble).orElse("")
                + ". Nothing is lost: run it again. The log lies in the data folder.");
      }
      before = now;
    }
  }

  /** The terminal shows the articles; the log goes to a file beside the data. */
  private void logTo(DataFolder folder) {
    System.setProperty("dateline.log.file", folder.log().toString());
    System.setProperty("dateline.log.filelevel", "INFO");
    ProcessSettings.logTo(common, "FATAL");
  }

  private static Consumer<EnrichedArticle> lines() {
    PrintStream out = Terminal.standardOutput();
    ArticleLine line = new ArticleLine(Terminal.columns(), ZoneId.systemDefault());
    return article -> {
      out.println(line.format(Instant.now(), article));
      out.flush();
    };
  }

  private static String line(RunProgress.Summary summary, long start) {
    return String.format(
        Locale.ROOT,
        "in %d, stored %d, duplicate %d, dead %d, %.1f seconds%s",
        summary.in(),
        summary.stored(),
        summary.duplicate(),
        summary.dead(),
        (System.nanoTime() - start) / 1e9,
        summary.stored() == 0 && summary.duplicate() > 0
            ? "; nothing new: all of it was stored before"
            : "");
  }
}
