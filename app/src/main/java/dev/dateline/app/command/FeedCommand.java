package dev.dateline.app.command;

import dev.dateline.app.output.FeedJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.UnreadableFeedException;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline feed}: shows a feed as it is read. */
@Command(
    name = "feed",
    description = {
      "Read feeds (RSS, RDF, Atom, JSON Feed) from files and web addresses and print them as JSON,"
          + " one line a feed.",
      "Each line has path (of an address, url), title, link, language and items: id, url, title,"
          + " author, published, updated, summary, content, categories, enclosures. Times are in"
          + " UTC."
    },
    footer = {"", "Example: dateline feed https://example.org/feed.xml | jq '.items[].title'"})
final class FeedCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--address",
      paramLabel = "URL",
      description =
          "Where the feeds of files were fetched from, for the relative addresses in them.")
  private @Nullable String address;

  @Parameters(
      paramLabel = "FILE|URL",
      arity = "1..*",
      description = "Files with feeds, or their addresses; - reads standard input.")
  private List<String> inputs = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    ProcessSettings.logTo(common, "ERROR");
    PrintStream out = Terminal.standardOutput();
    PrintStream err = Terminal.standardError();
    int failed = 0;
    try (WebInput web = new WebInput(common)) {
      for (String input : inputs) {
        try {
          out.println(FeedJson.of(WebInput.field(input), input, read(input, web)));
        } catch (UnreadableFeedException e) {
          err.println("dateline: " + input + ": " + e.getMessage());
          failed++;
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

  private Feed read(String input, WebInput web)
      throws IOException, UnreadableFeedException, InterruptedException {
    if (!WebInput.isAddress(input)) {
      return FeedReader.read(InputBytes.read(input), null, address);
    }
    Fetched fetched = web.fetch(input);
    return FeedReader.read(fetched.body(), fetched.charset(), fetched.url());
  }
}
