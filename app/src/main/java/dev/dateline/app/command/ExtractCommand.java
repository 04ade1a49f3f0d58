package dev.dateline.app.command;

import dev.dateline.app.output.ExtractedJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ArticleStream;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline extract}: shows what is read of a page. */
@Command(
    name = "extract",
    description = {
      "Extract articles from pages and other files; one JSON object a line, in the order of the"
          + " input.",
      "Each has path, title, text, authors, publishedAt, language, image, canonical, source."
          + " publishedAt is ISO 8601, with the offset that the page states."
    },
    footer = {"", "Example: dateline extract saved/*.html | jq .title"})
final class ExtractCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to extract from.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);
    PrintStream out = Terminal.standardOutput();
    PrintStream err = Terminal.standardError();
    int failed = 0;
    for (String file : files) {
      try (ArticleStream articles = reader.open(Path.of(file), file)) {
        while (articles.hasNext() && !out.checkError()) {
          Extraction extraction = articles.next();
          if (extraction instanceof Extraction.Extracted extracted) {
            out.println(ExtractedJson.of(file, extracted.article()));
          } else if (extraction instanceof Extraction.Rejected rejected) {
            err.println("dateline: " + rejected.origin().location() + ": " + rejected.message());
            failed++;
          } else if (extraction instanceof Extraction.Skipped skipped) {
            err.println("dateline: " + skipped.origin().location() + ": " + skipped.reason());
            failed++;
          }
        }
      } catch (IOException e) {
        err.println("dateline: cannot read " + file + ": " + e.getMessage() + ". Check the path.");
        failed++;
      }
    }
    out.flush();
    return failed == 0 ? ExitCode.OK.code() : ExitCode.INPUT.code();
  }
}
