package dev.dateline.app.command;

import dev.dateline.app.instance.SourceDesk;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.poll.SourceProbe;
import dev.dateline.ingest.poll.SourceProbe.Found;
import dev.dateline.ingest.poll.SourceProbe.NothingFoundException;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.LanguageTag;
import dev.dateline.ingest.watch.SourceIds;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.WatchedSource;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline source add}: watch something on the web. */
@Command(
    name = "add",
    description = {
      "Watch feeds, sitemaps or pages.",
      "Each address is fetched to find out what it is; of a page the first feed that it names is"
          + " taken. Where the home page of a site (its path is /) names none, the usual places are"
          + " tried, such as /feed and /rss.xml, and what was taken is said. Prints the id of each"
          + " source. An address that is watched already is stated anew; what is remembered of it"
          + " stays."
    },
    footer = {"", "Example: dateline source add https://www.example.org/ --language bg"})
final class SourceAddCommand implements Callable<Integer> {

  // Not the classes of the schemas: picocli would load these, and Avro and the log with them, for
  // every command.
  private enum Kind {
    FEED,
    SITEMAP,
    PAGE
  }

  private enum Pages {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "URL", arity = "1..*", description = "Addresses, http or https.")
  private List<String> addresses = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What the addresses are, which are then not looked at: feed, sitemap or page.")
  private @Nullable Kind kind;

  @Option(names = "--name", paramLabel = "NAME", description = "Name of the publisher.")
  private @Nullable String name;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of articles that declare none, such as bg.")
  private @Nullable String language;

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "Category that every article gets; may be repeated.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--pages",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "When the page behind an item is fetched: auto (where the feed shows a teaser), always,"
              + " never.")
  private Pages pages = Pages.AUTO;

  @Override
  public Integer call() throws InterruptedException {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    if (language != null && LanguageTag.of(language).isEmpty()) {
      throw new UserException(
          ExitCode.USAGE, "'" + language + "' is no language tag. Write one such as bg or pt-BR.");
    }
    List<String> urls = addresses.stream().map(SourceAddCommand::canonical).toList();
    int failed = 0;
    try (SourceDesk desk = SourceDesk.open(settings, data.folder());
        Fetcher fetcher = new Fetcher(FetchSettings.from(settings), Clock.systemUTC())) {
      SourceProbe probe = new SourceProbe(fetcher);
      for (String url : urls) {
        try {
          Found found =
              kind == null
                  ? probe.probe(url)
                  : Found.at(url, SourceKind.valueOf(kind.name()), null, null);
          add(desk, url, found);
        } catch (NothingFoundException e) {
          Terminal.standardError().println("dateline: " + e.getMessage());
          failed++;
        }
      }
    }
    return (failed == 0 ? ExitCode.OK : ExitCode.INPUT).code();
  }

  private void add(SourceDesk desk, String asked, Found found) {
    WatchedSource source =
        WatchedSource.newBuilder()
            .setId(SourceIds.of(found.url()))
            .setKind(found.kind())
            .setUrl(found.url())
            .setName(name == null ? found.title() : name)
            .setLanguage(language)
            .setCategories(categories)
            .setPages(PagePolicy.valueOf(pages.name()))
            .setStatedAt(Instant.now())
            .build();
    desk.put(List.of(source));
    Terminal.standardOutput().println(source.getId());
    PrintStream err = Terminal.standardError();
    if (found.unnamed()) {
      err.println(
          "dateline: "
              + asked
              + " names no feed; took the one at "
              + found.url()
              + ", where many sites keep it. If it is another one, 'dateline source remove "
              + source.getId()
              + "' and give its address.");
    }
    err.println(
        "dateline: watches " + found.kind().name().toLowerCase(Locale.ROOT) + " " + found.url());
    if (!found.others().isEmpty()) {
      err.println("dateline: the page names further feeds: " + String.join(" ", found.others()));
    }
  }

  private static String canonical(String address) {
    return CanonicalUrl.of(address)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "'" + address + "' is no http or https address. Write it in full."));
  }
}
