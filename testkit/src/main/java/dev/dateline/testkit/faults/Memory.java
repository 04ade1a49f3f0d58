package dev.dateline.testkit.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a process takes of the memory, over time.
 *
 * @param samples in order
 */
public record Memory(String process, List<Sample> samples) {

  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern ANONYMOUS = Pattern.compile("RssAnon:\\s+(\\d+) kB");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
  private static final double MEGABYTE = 1024 * 1024;

  /** Growth that is taken for noise: so much of what there is, and so many megabytes. */
  private static final double NOISE = 0.10;

  private static final double NOISE_MEGABYTES = 8;

  /**
   * Megabytes at one time.
   *
   * @param seconds since the beginning
   * @param resident of the process; of PostgreSQL, what its processes do not share
   * @param live objects after a collection of all garbage; 0 where it is no JVM
   */
  public record Sample(double seconds, double resident, double live) {}

  public Memory {
    samples = List.copyOf(samples);
  }

  /** Looks at a JVM; a full collection comes before. */
  static Sample ofJvm(double seconds, long pid) {
    double live = number(TOTAL, output("jcmd", "" + pid, "GC.class_histogram")) / MEGABYTE;
    return new Sample(seconds, number(RSS, status(pid)) / 1024, live);
  }

  /** Looks at a process and those that it started. */
  static Sample ofTree(double seconds, long pid) {
    ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
    all.add(root);
    double resident =
        all.stream().mapToDouble(one -> number(ANONYMOUS, status(one.pid())) / 1024).sum();
    return new Sample(seconds, resident, 0);
  }

  private static double number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  private static String status(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/status"));
    } catch (IOException e) {
      return ""; // it has ended
    }
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String last = "";
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          last = line;
        }
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command[0], e);
    }
  }

  /** By how many megabytes the resident memory grew in the second half. */
  public double residentGrowth() {
    return growth(samples.stream().map(s -> new double[] {s.seconds(), s.resident()}).toList());
  }

  /** By how many megabytes the live objects grew in the second half. */
  public double liveGrowth() {
    return growth(samples.stream().map(s -> new double[] {s.seconds(), s.live()}).toList());
  }

  /** Whether neither grew by more than what is noise. */
  public boolean isFlat() {
    Sample last = samples.get(samples.size() - 1);
    return residentGrowth() < NOISE * last.resident() + NOISE_MEGABYTES
        && liveGrowth() < NOISE * last.live() + NOISE_MEGABYTES;
  }

  /** The median of all slopes between two samples of the second half (Theil and Sen), times it. */
  private static double growth(List<double[]> points) {
    List<double[]> half = points.subList(points.size() / 2, points.size());
    double[] slopes =
        IntStream.range(0, half.size())
            .boxed()
            .flatMap(i -> IntStream.range(i + 1, half.size()).mapToObj(j -> List.of(i, j)))
            .mapToDouble(
                pair -> {
                  double[] a = half.get(pair.get(0));
                  double[] b = half.get(pair.get(1));
                  return (b[1] - a[1]) / (b[0] - a[0]);
                })
            .sorted()
            .toArray();
    return slopes.length == 0
        ? 0
        : slopes[slopes.length / 2] * (half.get(half.size() - 1)[0] - half.get(0)[0]);
  }

  @Override
  public String toString() {
    Sample last = samples.get(samples.size() - 1);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f MB | %+.1f MB | %.1f MB | %+.1f MB |",
        process,
        last.resident(),
        residentGrowth(),
        last.live(),
        liveGrowth());
  }
}
