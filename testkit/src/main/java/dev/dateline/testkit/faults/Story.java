package dev.dateline.testkit.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An article of the model with all its versions.
 *
 * @param url its address, by which it is known everywhere
 * @param language BCP 47
 * @param versions in the order in which they are offered, which need not be that of their clocks
 */
record Story(String url, String language, List<Version> versions) {

  Story {
    versions = List.copyOf(versions);
  }

  /** The version that readers must see in the end: by the publisher's clock, else the last one. */
  Version latest() {
    Version last = versions.get(versions.size() - 1);
    if (last.withdrawn()) {
      return last;
    }
    return versions.stream()
        .filter(version -> version.updatedAt() != null)
        .max(Comparator.comparing(Version::updatedAt))
        .orElse(last);
  }

  Set<String> contents() {
    return versions.stream().map(Version::content).collect(Collectors.toSet());
  }
}
