package dev.dateline.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.output.Progress;
import dev.dateline.app.output.TaggedJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.TagMapping;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ArticleStream;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.publish.Observation;
import dev.dateline.ingest.source.SourcePath;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files to tag; - reads standard input.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--scores", description = "Add the scores of all 17 top-level subjects.")
  private boolean scores;

  @Option(
      names = "--full",
      description =
          "Print all that the event has: evidence, salience, coordinates, dateline, keyphrases, focus,"
              + " tagger versions.")
  private boolean full;

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    KnowledgeSettings knowledge = KnowledgeSettings.from(settings);
    ArticleReader reader = new ArticleReader(IngestSettings.limits(settings));
    files.stream()
        .filter(file -> !InputFile.isStandardInput(file))
        .forEach(TagCommand::requireFile);
    Tagger tagger = FastTagger.over(knowledge.load());
    PrintStream out = Terminal.standardOutput();
    PrintStream err = Terminal.standardError();
    int rejected = 0;
    try (Progress progress = Progress.of("tagged")) {
      for (String file : files) {
        try (ArticleStream articles =
            InputFile.isStandardInput(file)
                ? reader.read(System.in, file)
                : reader.open(Path.of(file), file)) {
          while (articles.hasNext() && !out.checkError()) {
            Extraction extraction = articles.next();
            if (extraction instanceof Extraction.Extracted extracted) {
              out.println(tagged(tagger, extracted));
              progress.step();
            } else if (extraction instanceof Extraction.Rejected failed) {
              err.println("dateline: " + failed.origin().location() + ": " + failed.message());
              rejected++;
            } else if (extraction instanceof Extraction.Skipped skipped) {
              ExtractCommand.tell(skipped, err);
            }
          }
        } catch (IOException e) {
          err.println(InputFile.fault(file, e));
          rejected++;
        }
      }
    }
    out.flush();
    return rejected == 0 ? ExitCode.OK.code() : ExitCode.INPUT.code();
  }

  private static void requireFile(String file) {
    if (Files.isDirectory(SourcePath.real(Path.of(file)))) {
      throw new UserException(
          ExitCode.INPUT, file + " is a folder; name its files, such as " + file + "/*.");
    }
  }

  private ObjectNode tagged(Tagger tagger, Extraction.Extracted extracted) {
    Article article =
        Observation.of(id(extracted), extracted, new Source("", "file", null), Instant.now());
    return TaggedJson.of(article, tagger.tag(TagMapping.document(article)), full, scores);
  }

  private static String id(Extraction.Extracted extracted) {
    ExtractedArticle article = extracted.article();
    Origin origin = extracted.origin();
    return article.givenId() != null
        ? article.givenId()
        : ArticleIds.of("tag", article, origin.location(), origin.item());
  }
}
