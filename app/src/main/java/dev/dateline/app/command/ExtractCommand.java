package dev.dateline.app.command;

import dev.dateline.app.output.ExtractedJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ArticleStream;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.ingest.extract.FileNames;
import dev.dateline.ingest.extract.RawItem;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline extract}: shows what is read of a page. */
@Command(
    name = "extract",
    description = {
      "Extract articles from pages, other files and web addresses; one JSON object a line, in the"
          + " order of the input.",
      "Each has path (of an address, url), title, text, authors, publishedAt, language, image,"
          + " canonical, source. publishedAt is ISO 8601, with the offset that the page states."
    },
    footer = {"", "Example: dateline extract saved/*.html | jq .title"})
final class ExtractCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE|URL",
      arity = "1..*",
      description = "Files to extract from, or addresses of pages; - reads standard input.")
  private List<String> inputs = new ArrayList<>();

  private final ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);
  private final PrintStream out = Terminal.standardOutput();

  @Override
  public Integer call() throws InterruptedException {
    ProcessSettings.logTo(common, "ERROR");
    PrintStream err = Terminal.standardError();
    int failed = 0;
    try (WebInput web = new WebInput(common)) {
      for (String input : inputs) {
        try {
          failed += WebInput.isAddress(input) ? page(input, web.fetch(input)) : file(input);
        } catch (UnfetchedException e) {
          err.println("dateline: " + e.getMessage());
          failed++;
        } catch (IOException e) {
          err.println(InputFile.fault(input, e));
          failed++;
        }
      }
    }
    out.flush();
    return failed == 0 ? ExitCode.OK.code() : ExitCode.INPUT.code();
  }

  /** Prints the articles of a file; the result is how many could not be read. */
  private int file(String file) throws IOException {
    int failed = 0;
    try (ArticleStream articles =
        InputFile.isStandardInput(file)
            ? reader.read(System.in, file)
            : reader.open(Path.of(file), file)) {
      while (articles.hasNext() && !out.checkError()) {
        failed += print(file, articles.next());
      }
    }
    return failed;
  }

  private int page(String address, Fetched fetched) {
    RawItem page =
        new RawItem(
            fetched.body(),
            fetched.url(),
            OptionalInt.empty(),
            fetched.mediaType(),
            fetched.charset());
    return reader.read(page).stream().mapToInt(extraction -> print(address, extraction)).sum();
  }

  private int print(String input, Extraction extraction) {
    if (extraction instanceof Extraction.Extracted extracted) {
      out.println(ExtractedJson.of(WebInput.field(input), input, extracted.article()));
      return 0;
    }
    PrintStream err = Terminal.standardError();
    if (extraction instanceof Extraction.Rejected rejected) {
      err.println("dateline: " + rejected.origin().location() + ": " + rejected.message());
      return 1;
    }
    tell((Extraction.Skipped) extraction, err);
    return 0;
  }

  /** What holds no article is no fault of the input; that a file is hidden is known by its name. */
  static void tell(Extraction.Skipped skipped, PrintStream err) {
    String location = skipped.origin().location();
    if (!FileNames.isHidden(location)) {
      err.println("dateline: " + location + ": " + skipped.reason());
    }
  }
}
