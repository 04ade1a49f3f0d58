package dev.dateline.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.instance.Attachment;
import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import dev.dateline.schemas.json.ArticleFilter;
import dev.dateline.schemas.json.ArticleJson;
import dev.dateline.sink.SearchHit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline search}: full text over what is stored. */
@Command(
    name = "search",
    description = "Find stored articles by their words, best first.",
    footer = {
      "",
      "Words, \"phrases\", -exclusions, alternatives with or, beginnings with *.",
      "Example: dateline search 'Казахстан or Kazakhstan' --language bg"
    })
final class SearchCommand implements Callable<Integer> {

  @Mixin private ReaderOptions options = new ReaderOptions();

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = {"-n", "--limit"},
      defaultValue = "20",
      paramLabel = "COUNT",
      converter = CountConverter.class,
      description = "The most articles to show (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Mixin private FilterOptions filters = new FilterOptions();

  @Override
  public Integer call() {
    ArticleFilter filter = filters.filter();
    OutputFormat format = options.output().format();
    try (Attachment attachment = options.open();
        ArticlePrinter printer = new ArticlePrinter(Terminal.standardOutput(), format)) {
      for (SearchHit hit : attachment.articles().search(String.join(" ", words), filter, limit)) {
        if (format == OutputFormat.TABLE) {
          printer.print(hit.revision().storedAt(), hit.revision().article());
        } else {
          ObjectNode json = ArticleJson.full(hit.revision().article());
          json.put("rank", hit.rank());
          json.put("snippet", hit.snippet().text());
          printer.print(json);
        }
      }
    }
    return ExitCode.OK.code();
  }
}
