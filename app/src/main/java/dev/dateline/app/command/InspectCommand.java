package dev.dateline.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.output.Terminal;
import dev.dateline.enrich.stage.language.LanguageIdentifier;
import dev.dateline.ingest.extract.Inspection;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline inspect}: tells what files are. */
@Command(
    name = "inspect",
    description = {
      "Tell the kind, the charset and the language of files; one JSON object a line, in the order"
          + " of the input.",
      "Each has path, kind, charset, language; the last two are null where there is no text."
    },
    footer = {"", "Example: dateline inspect inbox/* | jq -r '[.path, .charset] | @tsv'"})
final class InspectCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files to look into; - reads standard input.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    LanguageIdentifier languages = LanguageIdentifier.load();
    PrintStream out = Terminal.standardOutput();
    int failed = 0;
    for (String file : files) {
      try {
        out.println(json(file, Inspection.of(InputBytes.read(file), file), languages));
      } catch (IOException e) {
        Terminal.standardError().println(InputFile.fault(file, e));
        failed++;
      }
    }
    out.flush();
    return failed == 0 ? ExitCode.OK.code() : ExitCode.INPUT.code();
  }

  private static ObjectNode json(String file, Inspection inspection, LanguageIdentifier languages) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("path", file)
        .put("kind", inspection.kind())
        .put("charset", inspection.charset())
        .put(
            "language",
            inspection.text().isBlank() ? null : languages.identify(inspection.text()).tag());
  }
}
