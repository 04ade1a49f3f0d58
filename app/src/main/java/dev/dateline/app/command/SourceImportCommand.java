package dev.dateline.app.command;

import dev.dateline.app.instance.SourceDesk;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.opml.OpmlList;
import dev.dateline.ingest.opml.OpmlList.LeftOut;
import dev.dateline.ingest.opml.OpmlReader;
import dev.dateline.ingest.opml.OpmlSource;
import dev.dateline.ingest.opml.UnreadableOpmlException;
import dev.dateline.ingest.watch.SourceIds;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.WatchedSource;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline source import}: watch the feeds of a list. */
@Command(
    name = "import",
    description = {
      "Watch the feeds of an OPML file, as feed readers export it.",
      "The folders that a feed lies in become categories of its articles. Prints the id of each"
          + " source. Feeds are not fetched beforehand; 'dateline source list' tells how they do."
          + " Entries that are no feed, such as bookmarks, are left out and named; a list without"
          + " any feed is refused (exit code 3)."
    },
    footer = {"", "Example: dateline source import subscriptions.opml"})
final class SourceImportCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 20;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", description = "OPML file; - reads standard input.")
  private String file = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Instant now = Instant.now();
    OpmlList list = read();
    tell(list.leftOut());
    if (list.sources().isEmpty()) {
      throw new UserException(
          ExitCode.INPUT,
          file
              + " names no feed that can be watched. Give the addresses to 'dateline source add', or"
              + " export the list of a feed reader.");
    }
    List<WatchedSource> sources = list.sources().stream().map(feed -> source(feed, now)).toList();
    try (SourceDesk desk = SourceDesk.open(ProcessSettings.load(common, Map.of()), data.folder())) {
      desk.put(sources);
    }
    sources.forEach(source -> Terminal.standardOutput().println(source.getId()));
    Terminal.standardOutput().flush();
    Terminal.standardError()
        .println(
            "dateline: watches " + sources.size() + (sources.size() == 1 ? " feed" : " feeds"));
    return ExitCode.OK.code();
  }

  private void tell(List<LeftOut> leftOut) {
    PrintStream err = Terminal.standardError();
    leftOut.stream()
        .limit(MOST_NAMED)
        .forEach(left -> err.println("dateline: left out " + left.name() + ": " + left.reason()));
    if (leftOut.size() > MOST_NAMED) {
      err.println("dateline: left out " + (leftOut.size() - MOST_NAMED) + " more");
    }
  }

  private OpmlList read() {
    try {
      return OpmlReader.read(InputBytes.read(file));
    } catch (UnreadableOpmlException e) {
      throw new UserException(ExitCode.INPUT, file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.INPUT, "Cannot read " + file + ": " + e.getMessage() + ". Check the path.", e);
    }
  }

  private static WatchedSource source(OpmlSource feed, Instant now) {
    return WatchedSource.newBuilder()
        .setId(SourceIds.of(feed.feed()))
        .setKind(SourceKind.FEED)
        .setUrl(feed.feed())
        .setName(feed.title().isEmpty() ? null : feed.title())
        .setLanguage(feed.language())
        .setCategories(feed.folders())
        .setStatedAt(now)
        .build();
  }
}
