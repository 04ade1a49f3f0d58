package dev.dateline.benchmarks;

import dev.dateline.training.report.MarkdownPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long a newcomer waits, and what an idle run costs: {@code --help}, the first stored article
 * of the embedded run, and the resident memory of all its processes. Beside them a JVM that does
 * nothing. Prints its section of docs/performance.md and writes it there.
 *
 * <p>Usage: {@code StartBenchmark REPOSITORY [ROUNDS]}, after a build.
 */
public final class StartBenchmark {

  private static final String ARTICLE =
      "Harbour of Varna opens a new quay\n\nThe port authority of Varna opened a new quay for"
          + " grain ships on Monday. The Bulgarian ministry of transport paid for the works.\n";

  private final Path repository;
  private final Path work;

  private StartBenchmark(Path repository, Path work) {
    this.repository = repository;
    this.work = work;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path repository = Path.of(arguments.length > 0 ? arguments[0] : ".").toRealPath();
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    StartBenchmark benchmark =
        new StartBenchmark(repository, Files.createTempDirectory("dateline-start"));
    benchmark.run(rounds);
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path input = Files.createDirectory(work.resolve("in"));
    Files.writeString(input.resolve("article.txt"), ARTICLE);
    List<Double> nothing = new ArrayList<>();
    List<Double> help = new ArrayList<>();
    List<Double> fresh = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    for (int round = 0; round < rounds; round++) {
      nothing.add(seconds(List.of(java, "-Xshare:auto", "-version")));
      help.add(seconds(List.of("./dateline", "--help")));
      Path data = work.resolve("data-" + round);
      fresh.add(firstLine(data, input, memory, false));
      Files.writeString(input.resolve("article.txt"), ARTICLE + "Round " + round + ".\n");
      again.add(firstLine(data, input, memory, true));
    }
    String body =
        String.format(
            Locale.ROOT,
            """
            Wall-clock, on a machine with %d processors, Java %s, after a build; beside it what a JVM takes that does nothing.

            | what | median of %d | aim | beside a JVM that does nothing (%.2f s) |
            | --- | --- | --- | --- |
            | `dateline --help` | %.2f s | 0.4 s | x %.1f |
            | command to first stored article, new data folder | %.1f s | 6 s | x %.0f |
            | command to first stored article, existing data folder | %.1f s | 6 s | x %.0f |
            | resident memory of the idle embedded run, all processes (PSS) | %.0f MB | 700 MB | |
            """,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            rounds,
            median(nothing),
            median(help),
            median(help) / median(nothing),
            median(fresh),
            median(fresh) / median(nothing),
            median(again),
            median(again) / median(nothing),
            median(memory));
    System.out.print(body);
    Path page = repository.resolve("docs/performance.md");
    MarkdownPage.read(page, "Performance").with("Start and memory", body).write(page);
  }

  private double seconds(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(command);
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Seconds to the first line on standard output; then lets the run idle and weighs it. */
  private double firstLine(Path data, Path input, List<Double> memory, boolean weigh)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        start(List.of("./dateline", "run", "--data", data.toString(), input.toString()));
    double elapsed;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      if (lines.readLine() == null) {
        throw new IllegalStateException("the run ended without an article");
      }
      elapsed = (System.nanoTime() - start) / 1e9;
      if (weigh) {
        TimeUnit.SECONDS.sleep(20);
        memory.add(ProcessMemory.megabytes(process.toHandle()));
      }
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    return elapsed;
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(repository.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
