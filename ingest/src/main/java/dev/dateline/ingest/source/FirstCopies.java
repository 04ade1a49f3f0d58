package dev.dateline.ingest.source;

import static java.util.stream.Collectors.toSet;

import dev.dateline.ingest.extract.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, among files of the same bytes, the one that was there first: the oldest, and of those the
 * first by location. It needs no memory of earlier runs, and reads only files of equal length.
 */
final class FirstCopies {

  private final long largest;
  private Map<Long, List<FoundFile>> bySize = Map.of();
  private final Map<String, Hashed> hashes = new HashMap<>();

  private record Hashed(FoundFile file, String sha256) {}

  /**
   * @param largest files larger than this are not compared, in bytes
   */
  FirstCopies(long largest) {
    this.largest = largest;
  }

  /** Takes in what is in the folder now. */
  void update(List<FoundFile> files) {
    Map<Long, List<FoundFile>> sizes = new HashMap<>();
    for (FoundFile file : files) {
      sizes.computeIfAbsent(file.size(), size -> new ArrayList<>()).add(file);
    }
    bySize = sizes;
    hashes.keySet().retainAll(files.stream().map(FoundFile::location).collect(toSet()));
  }

  /** The location of the first file with these bytes; its own, where there is no other. */
  String of(FoundFile file) {
    List<FoundFile> alike = bySize.getOrDefault(file.size(), List.of());
    if (alike.size() < 2 || file.size() > largest) {
      return file.location();
    }
    Optional<String> hash = hash(file);
    return alike.stream()
        .filter(other -> hash.isPresent() && hash(other).equals(hash))
        .min(Comparator.comparing(FoundFile::modified).thenComparing(FoundFile::location))
        .map(FoundFile::location)
        .orElse(file.location());
  }

  private Optional<String> hash(FoundFile file) {
    Hashed known = hashes.get(file.location());
    if (known != null && known.file().isSame(file)) {
      return Optional.of(known.sha256());
    }
    try {
      String sha256 = Sha256.hex(Files.readAllBytes(file.path()));
      hashes.put(file.location(), new Hashed(file, sha256));
      return Optional.of(sha256);
    } catch (IOException e) {
      return Optional.empty(); // gone since the look; then it is no copy of anything
    }
  }
}
