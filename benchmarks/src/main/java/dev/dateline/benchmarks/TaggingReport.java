package dev.dateline.benchmarks;

import dev.dateline.training.report.MarkdownPage;
import dev.dateline.training.report.MarkdownTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link TaggingBenchmark} and writes its section of docs/performance.md. Takes seven minutes.
 *
 * <p>Usage, in the root of the repository after a build: {@code TaggingReport [PAGE]}.
 */
public final class TaggingReport {

  private static final String HEADING = "Tagging, fast";
  private static final String TITLE = "Performance";
  private static final double LIMIT = 1_000;

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("allStages", "all fast stages");
    NAMES.put("language", "of these, language");
    NAMES.put("tokens", "of these, tokens and sentences");
    NAMES.put("topics", "of these, subjects");
    NAMES.put("narrowerTopics", "of these, topics of the second level");
    NAMES.put("names", "of these, names with the gazetteer, tokens among them");
    NAMES.put("linking", "of these, linking and base forms");
    NAMES.put("places", "of these, dateline and geographic focus");
    NAMES.put("keyphrases", "of these, keyphrases, tokens among them");
    NAMES.put("peerOpenNlpLanguage", "peer: OpenNLP language detection alone");
    NAMES.put("peerIcuWords", "peer: ICU word breaks alone");
  }

  /** What all stages are made of; two of them read the tokens. */
  private static final List<String> STAGES =
      List.of("language", "topics", "narrowerTopics", "names", "linking", "places", "keyphrases");

  private TaggingReport() {}

  /** Measures, prints the section and writes it to the page. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Path page = Path.of(arguments.length > 0 ? arguments[0] : "docs/performance.md");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(TaggingBenchmark.class.getName())
                    .addProfiler(GCProfiler.class)
                    .addProfiler(ProcessorTime.class)
                    .build())
            .run();
    String body = body(results);
    System.out.println(body);
    MarkdownPage.read(page, TITLE).with(HEADING, body).write(page);
  }

  private static String body(Collection<RunResult> results) {
    Map<String, RunResult> byName = new LinkedHashMap<>();
    results.forEach(result -> byName.put(result.getPrimaryResult().getLabel(), result));
    double whole = milliseconds(byName.get("allStages"));
    double stages =
        STAGES.stream().mapToDouble(name -> milliseconds(byName.get(name))).sum()
            - milliseconds(byName.get("tokens"));
    MarkdownTable table =
        new MarkdownTable(
            "what", "articles a second of one core", "KB allocated an article", "goal");
    NAMES.forEach(
        (name, label) -> {
          RunResult result = byName.get(name);
          table.row(
              label,
              rate(result.getSecondaryResults().get(ProcessorTime.RESULT)),
              kilobytes(result),
              name.equals("allStages") ? String.format(Locale.ROOT, "%,.0f", LIMIT) : "");
        });
    return """
        Articles of 5 KB (UTF-8) in Bulgarian, Russian and Ukrainian, put together from the leads and
        sentences in `training/examples`. One thread, JMH, five rounds of three seconds; mean and 99.9%%
        interval. A second is one of processor time of the whole process, collection of garbage and
        compilation among it. Java %s. Each of the stages by itself, with the caches to itself, they take
        %.2f ms together (tokens are read once), in a row %.2f ms. By `java -cp ... dev.dateline.benchmarks.TaggingReport`.

        """
            .formatted(System.getProperty("java.version"), stages, whole)
        + table;
  }

  /** Of processor time, an article. */
  private static double milliseconds(RunResult result) {
    return 1_000 / result.getSecondaryResults().get(ProcessorTime.RESULT).getScore();
  }

  private static String rate(Result<?> result) {
    return String.format(Locale.ROOT, "%,.0f ± %,.0f", result.getScore(), result.getScoreError());
  }

  private static String kilobytes(RunResult result) {
    return String.format(
        Locale.ROOT,
        "%,.0f",
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / 1024);
  }
}
