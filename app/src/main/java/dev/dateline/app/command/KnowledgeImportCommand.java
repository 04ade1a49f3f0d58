package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.embedded.data.DataLock;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.KnowledgeWriter;
import dev.dateline.enrich.knowledge.Overlays;
import dev.dateline.enrich.knowledge.source.ImportReport;
import dev.dateline.enrich.knowledge.source.KnowledgeImport;
import dev.dateline.enrich.knowledge.source.SourceFormat;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline knowledge import}: other people's knowledge into an overlay file. */
@Command(
    name = "import",
    description = {
      "Import entities and their names into an overlay of the data folder, or into a file.",
      "A later overlay has the last word on what it states of an id. Taggers read the overlays when"
          + " they start. Files may be compressed by gzip or bzip2; docs/operate.md describes them."
    },
    footer = {
      "",
      "Example: dateline knowledge import --from geonames cities15000.txt alternateNamesV2.txt"
    })
final class KnowledgeImportCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FORMAT",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private SourceFormat format = SourceFormat.CSV;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write this file instead of an overlay of the data folder.")
  private @Nullable Path out;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "Keep this many entities, the most prominent ones; each takes some 5 KB of memory"
              + " meanwhile (default: ${DEFAULT-VALUE}).")
  private int most = 200_000;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files to read, in this order; of GeoNames the alternate names come last.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    ProcessSettings.logTo(common, "ERROR");
    if (most < 1 || most > 1_000_000) {
      throw new UserException(ExitCode.USAGE, "--most must be from 1 to 1000000, but is " + most);
    }
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw new UserException(
            ExitCode.INPUT, file + " is a folder; name its files, such as " + file + "/*.");
      }
      if (!Files.isRegularFile(file)) {
        throw new UserException(ExitCode.INPUT, "There is no file " + file + ". Check the path.");
      }
    }
    DataFolder folder = DataFolder.open(data.folder());
    Overlays overlays = new Overlays(KnowledgeSettings.inDataFolder(folder.path()));
    Knowledge known = new KnowledgeSettings(KnowledgeSettings.inDataFolder(folder.path())).load();
    KnowledgeImport read = KnowledgeImport.read(format, files, known, most);
    report(read);
    if (read.entities().isEmpty()) {
      throw new UserException(
          ExitCode.INPUT,
          "Nothing to import is in "
              + files
              + ". Is it of the format "
              + format
              + "? docs/operate.md describes it.");
    }
    PrintStream stdout = Terminal.standardOutput();
    stdout.println(write(read.entities(), folder, overlays));
    stdout.flush();
    return ExitCode.OK.code();
  }

  private Path write(List<EntityDraft> entities, DataFolder folder, Overlays overlays) {
    try {
      return out == null ? overlay(entities, folder, overlays) : file(out, entities);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE, "Cannot write the knowledge: " + e + ". Is there room for it?", e);
    }
  }

  private static Path file(Path file, List<EntityDraft> entities) throws IOException {
    KnowledgeWriter.write(file, entities);
    return file;
  }

  private Path overlay(List<EntityDraft> entities, DataFolder folder, Overlays overlays)
      throws IOException {
    if (folder.running().isPresent()) {
      Terminal.standardError()
          .println("dateline: the running instance reads the overlay when it starts again");
      return overlays.add(format.toString(), entities).path();
    }
    DataLock lock = folder.lock();
    try {
      return overlays.add(format.toString(), entities).path();
    } finally {
      lock.close();
    }
  }

  private static void report(KnowledgeImport read) {
    PrintStream err = Terminal.standardError();
    ImportReport report = read.report();
    report.problems().forEach(problem -> err.println("dateline: " + problem));
    if (report.bad() > report.problems().size()) {
      err.println("dateline: and " + (report.bad() - report.problems().size()) + " more");
    }
    err.printf(
        Locale.ROOT,
        "dateline: %,d lines, %,d without anything to keep, %,d bad; %,d entities%s%n",
        report.lines(),
        report.skipped(),
        report.bad(),
        read.entities().size(),
        read.leftOut() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", %,d less prominent ones left out (--most)", read.leftOut()));
  }
}
