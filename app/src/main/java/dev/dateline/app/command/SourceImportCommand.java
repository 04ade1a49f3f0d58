package dev.dateline.app.command;

import dev.dateline.app.instance.SourceDesk;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.opml.OpmlReader;
import dev.dateline.ingest.opml.OpmlSource;
import dev.dateline.ingest.opml.UnreadableOpmlException;
import dev.dateline.ingest.watch.SourceIds;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.WatchedSource;
import java.io.IOException;
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
    },
    footer = {"", "Example: dateline source import subscriptions.opml"})
final class SourceImportCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", description = "OPML file; - reads standard input.")
  private String file = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Instant now = Instant.now();
    List<WatchedSource> sources = read().stream().map(feed -> source(feed, now)).toList();
    try (SourceDesk desk = SourceDesk.open(ProcessSettings.load(common, Map.of()), data.folder())) {
      desk.put(sources);
    }
    sources.forEach(source -> Terminal.standardOutput().println(source.getId()));
    Terminal.standardOutput().flush();
    Terminal.standardError().println("dateline: watches " + sources.size() + " feeds");
    return ExitCode.OK.code();
  }

  private List<OpmlSource> read() {
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
