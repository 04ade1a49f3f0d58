package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.enrich.knowledge.DamagedKnowledgeException;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.KnowledgeFile;
import dev.dateline.enrich.knowledge.Overlays;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline knowledge list}: the files that the taggers know from. */
@Command(
    name = "list",
    description = {
      "List what the taggers know from: what ships with Dateline, and the overlays of the data"
          + " folder.",
      "What stands first counts most. The versions are those in taggedBy of each event."
    },
    footer = {"", "Example: dateline knowledge list --data .dateline"})
final class KnowledgeListCommand implements Callable<Integer> {

  private static final String ROW = "%-24s %-12s %,10d %,10d%n";

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws IOException {
    ProcessSettings.logTo(common, "ERROR");
    DataFolder folder = DataFolder.open(data.folder());
    PrintStream out = Terminal.standardOutput();
    boolean damaged = false;
    out.printf("%-24s %-12s %10s %10s%n", "FILE", "VERSION", "ENTITIES", "NAMES");
    Overlays overlays = new Overlays(KnowledgeSettings.inDataFolder(folder.path()));
    for (Overlays.Overlay overlay : overlays.list()) {
      try {
        print(out, overlay.path().getFileName().toString(), KnowledgeFile.map(overlay.path()));
      } catch (DamagedKnowledgeException e) {
        Terminal.standardError()
            .println("dateline: " + e.getMessage() + ". Delete the file, or import it again.");
        damaged = true;
      }
    }
    print(out, "(shipped)", Knowledge.shipped());
    out.flush();
    return (damaged ? ExitCode.DATA_FOLDER : ExitCode.OK).code();
  }

  private static void print(PrintStream out, String name, KnowledgeFile file) {
    out.printf(Locale.ROOT, ROW, name, file.version(), file.entityCount(), file.nameCount());
  }
}
