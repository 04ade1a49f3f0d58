package dev.dateline.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page in Markdown whose second-level headings part it into sections. A command replaces the
 * sections that are its own; all others, and what stands before the first, stay as they are.
 * Immutable.
 */
public final class MarkdownPage {

  private static final String MARK = "## ";
  private static final String FENCE = "```";

  private final String preface;
  private final Map<String, String> sections;

  private MarkdownPage(String preface, Map<String, String> sections) {
    this.preface = preface;
    this.sections = sections;
  }

  /**
   * Reads a page; one that does not exist yet has nothing but its title.
   *
   * @throws IOException where the file is there and cannot be read
   */
  public static MarkdownPage read(Path file, String title) throws IOException {
    return Files.exists(file)
        ? parse(Files.readString(file))
        : new MarkdownPage("# " + title, Map.of());
  }

  /** The page that a text makes; a heading inside a fenced block is none. */
  public static MarkdownPage parse(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    StringBuilder current = new StringBuilder();
    String preface = "";
    String heading = "";
    boolean fenced = false;
    for (String line : text.lines().toList()) {
      fenced ^= line.startsWith(FENCE);
      if (fenced || !line.startsWith(MARK)) {
        current.append(line).append('\n');
        continue;
      }
      if (heading.isEmpty()) {
        preface = current.toString().strip();
      } else {
        sections.put(heading, current.toString().strip());
      }
      heading = line.substring(MARK.length()).strip();
      current.setLength(0);
    }
    if (heading.isEmpty()) {
      return new MarkdownPage(current.toString().strip(), sections);
    }
    sections.put(heading, current.toString().strip());
    return new MarkdownPage(preface, sections);
  }

  /** The body of a section. */
  public Optional<String> section(String heading) {
    return Optional.ofNullable(sections.get(heading));
  }

  /** The page with a section in place of the one of that heading; a new one comes last. */
  public MarkdownPage with(String heading, String body) {
    Map<String, String> changed = new LinkedHashMap<>(sections);
    changed.put(heading, body.strip());
    return new MarkdownPage(preface, changed);
  }

  /** The whole page. */
  public String text() {
    StringBuilder text = new StringBuilder(preface).append('\n');
    sections.forEach(
        (heading, body) -> {
          text.append('\n').append(MARK).append(heading).append('\n');
          if (!body.isEmpty()) {
            text.append('\n').append(body).append('\n');
          }
        });
    return text.toString();
  }

  /**
   * Writes the page.
   *
   * @throws IOException where the file cannot be written
   */
  public void write(Path file) throws IOException {
    Files.writeString(file, text());
  }
}
