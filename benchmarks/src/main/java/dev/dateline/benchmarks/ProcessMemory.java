package dev.dateline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Weighs processes. */
final class ProcessMemory {

  private ProcessMemory() {}

  /** Resident memory of a process and all below it; shared pages are counted once (Linux PSS). */
  static double megabytes(ProcessHandle root) throws IOException {
    List<ProcessHandle> tree = new ArrayList<>(root.descendants().toList());
    tree.add(root);
    long kilobytes = 0;
    for (ProcessHandle process : tree) {
      Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
      if (!Files.isReadable(rollup)) {
        continue;
      }
      for (String line : Files.readAllLines(rollup)) {
        if (line.startsWith("Pss:")) {
          kilobytes += Long.parseLong(line.replaceAll("\\D+", ""));
        }
      }
    }
    return kilobytes / 1024.0;
  }
}
