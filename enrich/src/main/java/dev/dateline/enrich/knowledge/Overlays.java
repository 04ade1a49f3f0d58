package dev.dateline.enrich.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The knowledge files that operators imported: {@code 0001-wikidata.bin} and so on in one folder. A
 * file with a higher number was imported later and counts more.
 */
public final class Overlays {

  private static final Pattern FILE = Pattern.compile("([0-9]{4,9})-([a-z0-9-]+)\\.bin");

  private final Path folder;

  /** The overlays of this folder, which need not be there. */
  public Overlays(Path folder) {
    this.folder = folder;
  }

  /**
   * An imported file.
   *
   * @param source the format that it was imported from
   */
  public record Overlay(int number, String source, Path path) {}

  /** The overlays, the latest one first. */
  public List<Overlay> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Overlay> overlays = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
          overlays.add(new Overlay(Integer.parseInt(name.group(1)), name.group(2), file));
        }
      }
    }
    overlays.sort(Comparator.comparingInt(Overlay::number).reversed());
    return overlays;
  }

  /**
   * The knowledge that ships with Dateline under all overlays.
   *
   * @throws DamagedKnowledgeException where an overlay is cut off or of another version
   */
  public Knowledge load() throws IOException {
    List<KnowledgeFile> files = new ArrayList<>();
    for (Overlay overlay : list()) {
      files.add(KnowledgeFile.map(overlay.path()));
    }
    files.add(Knowledge.shipped());
    return Knowledge.of(files);
  }

  /** Writes the next overlay; it is there as a whole or not at all. */
  public Overlay add(String source, Collection<EntityDraft> entities) throws IOException {
    List<Overlay> before = list();
    int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
    Path file = folder.resolve(String.format(Locale.ROOT, "%04d-%s.bin", number, source));
    KnowledgeWriter.write(file, entities);
    return new Overlay(number, source, file);
  }
}
