package dev.dateline.enrich.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The table of the IPTC Media Topics: codes, English labels and hierarchy. Retired codes are in it,
 * since archives still carry them.
 *
 * @see <a href="https://cv.iptc.org/newscodes/mediatopic/">the vocabulary</a>
 */
public final class MediaTopics {

  private static final String RESOURCE = "mediatopics.tsv";

  /** The deepest branch has six levels; a cycle in a damaged table must not hang a caller. */
  private static final int DEEPEST = 12;

  private final Map<String, MediaTopic> byCode;

  private MediaTopics(Map<String, MediaTopic> byCode) {
    this.byCode = Collections.unmodifiableMap(byCode);
  }

  /** The table that ships with Dateline. */
  public static MediaTopics load() {
    try (InputStream resource = MediaTopics.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return read(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MediaTopics read(InputStream in) throws IOException {
    Map<String, MediaTopic> topics = new LinkedHashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] field = line.split("\t", -1);
      List<String> broader = field[1].isEmpty() ? List.of() : List.of(field[1].split(","));
      String wikidata = field[3].isEmpty() ? null : field[3];
      topics.put(field[0], new MediaTopic(field[0], broader, field[2], wikidata));
    }
    return new MediaTopics(topics);
  }

  /** Every topic, in the order of the codes. */
  public Collection<MediaTopic> all() {
    return byCode.values();
  }

  /** The topic of a code such as {@code medtop:20000002}. */
  public Optional<MediaTopic> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** English label of a code; the code itself where the table does not know it. */
  public String name(String code) {
    MediaTopic topic = byCode.get(code);
    return topic == null ? code : topic.name();
  }

  /**
   * The top-level subject above a code, or of the code itself. Where a topic has several broader
   * ones the first leads the way.
   */
  public Optional<Subject> subject(String code) {
    String current = code;
    for (int level = 0; level < DEEPEST; level++) {
      MediaTopic topic = byCode.get(current);
      if (topic == null) {
        return Optional.empty();
      }
      if (topic.broader().isEmpty()) {
        return Subject.ofCode(topic.code());
      }
      current = topic.broader().get(0);
    }
    return Optional.empty();
  }

  /**
   * The ancestor on the second level, right below the top-level subject; empty for a top-level or
   * unknown code.
   */
  public Optional<MediaTopic> secondLevel(String code) {
    MediaTopic topic = byCode.get(code);
    for (int level = 0; level < DEEPEST && topic != null; level++) {
      if (topic.broader().isEmpty()) {
        return Optional.empty();
      }
      MediaTopic above = byCode.get(topic.broader().get(0));
      if (above != null && above.broader().isEmpty()) {
        return Optional.of(topic);
      }
      topic = above;
    }
    return Optional.empty();
  }

  /** The topics right below a code, in the order of the codes. */
  public List<MediaTopic> narrower(String code) {
    TreeSet<String> found = new TreeSet<>();
    for (MediaTopic topic : byCode.values()) {
      if (topic.broader().contains(code)) {
        found.add(topic.code());
      }
    }
    return found.stream().map(byCode::get).toList();
  }
}
