package dev.dateline.app.command;

import dev.dateline.app.output.Progress;
import dev.dateline.app.output.TaggedJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ArticleStream;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline tag}: extraction and tagging alone, without Kafka. */
@Command(
    name = "tag",
    description = {
      "Extract and tag articles, without Kafka; one JSON object a line, in the order of the input.",
      "Takes the formats that ingest takes. JSON Lines has id, url, source, title, text, language,"
          + " publishedAt, all optional but text."
    },
    footer = {"", "Example: dateline tag samples/txt/*.txt | jq .topics"})
final class TagCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files to tag; - reads standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--scores", description = "Add the scores of all 17 top-level subjects.")
  private boolean scores;

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    KnowledgeSettings knowledge = KnowledgeSettings.from(ProcessSettings.load(common, Map.of()));
    for (String file : files) {
      if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file))) {
        throw new UserException(
            ExitCode.INPUT,
            Files.isDirectory(Path.of(file))
                ? file + " is a folder; name its files, such as " + file + "/*."
                : "There is no file " + file + ". Check the path.");
      }
    }
    Tagger tagger = FastTagger.over(knowledge.load());
    ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);
    PrintStream out = Terminal.standardOutput();
    PrintStream err = Terminal.standardError();
    int rejected = 0;
    try (Progress progress = Progress.of("tagged")) {
      for (String file : files) {
        try (ArticleStream articles =
            file.equals(STANDARD_INPUT)
                ? reader.read(System.in, STANDARD_INPUT)
                : reader.open(Path.of(file), file)) {
          while (articles.hasNext() && !out.checkError()) {
            Extraction extraction = articles.next();
            if (extraction instanceof Extraction.Extracted extracted) {
              out.println(
                  TaggedJson.of(extracted, tagger.tag(document(extracted.article())), scores));
              progress.step();
            } else if (extraction instanceof Extraction.Rejected failed) {
              err.println("dateline: " + failed.origin().location() + ": " + failed.message());
              rejected++;
            } else if (extraction instanceof Extraction.Skipped skipped) {
              err.println("dateline: " + skipped.origin().location() + ": " + skipped.reason());
              rejected++;
            }
          }
        } catch (IOException e) {
          err.println("dateline: cannot read " + file + ": " + e.getMessage());
          rejected++;
        }
      }
    }
    out.flush();
    return rejected == 0 ? ExitCode.OK.code() : ExitCode.INPUT.code();
  }

  private static Document document(ExtractedArticle article) {
    return new Document(
        article.url(), article.title(), article.text(), article.language(), article.categories());
  }
}
