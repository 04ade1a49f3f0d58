package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.knowledge.MediaTopic;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the publisher says of a document's subject: the section in its URL and its categories, free
 * text in any of the languages of the section table, or codes of the Media Topics.
 */
final class PublisherEvidence {

  private static final String RESOURCE = "/dev/dateline/enrich/topic/sections.tsv";

  /** Nats that a section in the URL adds to its subject. */
  private static final double SECTION_WEIGHT = 3;

  /** Nats that a category in words adds to its subject. */
  private static final double CATEGORY_WEIGHT = 3;

  /** Nats that a code adds: it decides. */
  private static final double CODE_WEIGHT = 6;

  private static final int MOST_CATEGORIES = 20;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_URL = 2000;
  private static final int MOST_SECTIONS = 4;

  private final Map<String, Subject> sections;
  private final Map<String, Subject> labels;
  private final MediaTopics mediaTopics;

  /**
   * A reason to take a document for one of a subject.
   *
   * @param weight nats that it adds
   * @param evidence such as {@code url:sport}
   */
  record Hint(Subject subject, double weight, String evidence) {}

  private PublisherEvidence(
      Map<String, Subject> sections, Map<String, Subject> labels, MediaTopics mediaTopics) {
    this.sections = Map.copyOf(sections);
    this.labels = Map.copyOf(labels);
    this.mediaTopics = mediaTopics;
  }

  static PublisherEvidence load(MediaTopics mediaTopics) {
    Map<String, Subject> sections = new HashMap<>();
    Map<String, Subject> labels = new HashMap<>();
    for (MediaTopic topic : mediaTopics.all()) {
      mediaTopics
          .subject(topic.code())
          .ifPresent(subject -> labels.putIfAbsent(normalize(topic.name()), subject));
    }
    try (InputStream stream = PublisherEvidence.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("No resource " + RESOURCE);
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split("\t");
        Optional<Subject> subject = Subject.ofSlug(fields[0]);
        if (subject.isPresent()) {
          for (int i = 1; i < fields.length; i++) {
            sections.put(normalize(fields[i]), subject.get());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PublisherEvidence(sections, labels, mediaTopics);
  }

  /** The strongest hint to each subject. */
  List<Hint> of(Document document) {
    Map<Subject, Hint> hints = new EnumMap<>(Subject.class);
    document.categories().stream()
        .limit(MOST_CATEGORIES)
        .map(this::ofCategory)
        .flatMap(Optional::stream)
        .forEach(hint -> hints.merge(hint.subject(), hint, PublisherEvidence::stronger));
    ofUrl(document.url())
        .ifPresent(hint -> hints.merge(hint.subject(), hint, PublisherEvidence::stronger));
    return List.copyOf(hints.values());
  }

  private static Hint stronger(Hint first, Hint second) {
    return second.weight() > first.weight() ? second : first;
  }

  private Optional<Hint> ofCategory(String category) {
    if (category.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    Optional<Subject> coded = mediaTopics.subject(category.strip());
    if (coded.isPresent()) {
      return Optional.of(new Hint(coded.get(), CODE_WEIGHT, "category:" + category.strip()));
    }
    return find(category)
        .map(subject -> new Hint(subject, CATEGORY_WEIGHT, "category:" + category.strip()));
  }

  private Optional<Hint> ofUrl(@Nullable String url) {
    if (url == null || url.length() > LONGEST_URL) {
      return Optional.empty();
    }
    for (String section : sections(url)) {
      Optional<Subject> subject = find(section);
      if (subject.isPresent()) {
        return Optional.of(new Hint(subject.get(), SECTION_WEIGHT, "url:" + section));
      }
    }
    return Optional.empty();
  }

  /** The folders of a URL's path; the last step is the article, not a section. */
  private static List<String> sections(String url) {
    int scheme = url.indexOf("://");
    int start = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    int end = url.length();
    for (char stop : new char[] {'?', '#'}) {
      int at = url.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    if (start < 0 || start >= end) {
      return List.of();
    }
    String[] steps = url.substring(start + 1, end).split("/");
    List<String> sections = new ArrayList<>();
    for (int i = 0; i < steps.length - 1 && sections.size() < MOST_SECTIONS; i++) {
      if (!steps[i].isEmpty() && steps[i].length() <= 3 * LONGEST_NAME) {
        sections.add(decode(steps[i]));
      }
    }
    return sections;
  }

  private static String decode(String step) {
    try {
      return URLDecoder.decode(step, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return step;
    }
  }

  /** The subject of a section or of a label of the Media Topics, or of a section's word. */
  private Optional<Subject> find(String name) {
    String normal = normalize(name);
    Subject whole = sections.getOrDefault(normal, labels.get(normal));
    if (whole != null) {
      return Optional.of(whole);
    }
    for (String word : normal.split(" ")) {
      Subject subject = sections.get(word);
      if (subject != null) {
        return Optional.of(subject);
      }
    }
    return Optional.empty();
  }

  private static String normalize(String name) {
    var normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean part =
          Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (part) {
        normal.append(c);
      } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    return normal.toString().strip().toLowerCase(Locale.ROOT);
  }
}
