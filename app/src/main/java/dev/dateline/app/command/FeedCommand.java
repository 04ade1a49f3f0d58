package dev.dateline.app.command;

import dev.dateline.app.output.FeedJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.UnreadableFeedException;
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
      "Read feeds (RSS, RDF, Atom, JSON Feed) and print them as JSON, one line a feed.",
      "Each line has path, title, link, language and items: id, url, title, author, published,"
          + " updated, summary, content, categories, enclosures. Times are in UTC."
    },
    footer = {"", "Example: dateline feed saved.rss | jq '.items[].title'"})
final class FeedCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "Where the feeds were fetched from, for the relative addresses in them.")
  private @Nullable String address;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files with feeds; - reads standard input.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    PrintStream out = Terminal.standardOutput();
    PrintStream err = Terminal.standardError();
    int failed = 0;
    for (String file : files) {
      try {
        Feed feed = FeedReader.read(InputBytes.read(file), null, address);
        out.println(FeedJson.of(file, feed));
      } catch (UnreadableFeedException e) {
        err.println("dateline: " + file + ": " + e.getMessage());
        failed++;
      } catch (IOException e) {
        err.println("dateline: cannot read " + file + ": " + e.getMessage() + ". Check the path.");
        failed++;
      }
    }
    out.flush();
    return failed == 0 ? ExitCode.OK.code() : ExitCode.INPUT.code();
  }
}
