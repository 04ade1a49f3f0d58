package dev.dateline.testkit.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What publishers say, made from a seed: stories in six languages, of which some are revised, some
 * revised without a date, some arrive late, some are withdrawn, and many lines come twice. A few
 * are dated 1970 or 2099. The same seed and size give the same lines in the same order.
 */
public final class NewsModel {

  private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  /** One line in this many is offered once more, some lines later. */
  private static final int REPEAT = 8;

  private final long seed;
  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  private NewsModel(long seed) {
    this.seed = seed;
  }

  /**
   * @param size how many stories
   */
  public static NewsModel of(long seed, int size) {
    NewsModel model = new NewsModel(seed);
    SplittableRandom random = new SplittableRandom(seed);
    Sentences sentences = Sentences.load();
    for (int i = 0; i < size; i++) {
      Story story = story(i, random, sentences);
      model.stories.put(story.url(), story);
    }
    model.write(new Random(seed));
    return model;
  }

  private static Story story(int number, SplittableRandom random, Sentences sentences) {
    String language = sentences.language(random);
    List<Version> versions = new ArrayList<>();
    int kind = random.nextInt(100);
    boolean undated = kind >= 20 && kind < 26;
    int count = kind < 12 || undated ? 2 : kind < 20 ? 3 : 1;
    Instant date = START.plus(Duration.ofMinutes(number));
    for (int v = 0; v < count; v++) {
      String title = sentences.sentence(language, random, number);
      String text =
          sentences.sentence(language, random, number * 10 + v)
              + " "
              + sentences.sentence(language, random, v + 1);
      Instant updated = undated ? null : date.plus(Duration.ofHours(v));
      versions.add(new Version(title, text, updated, false));
    }
    if (kind < 4) {
      Collections.swap(versions, 0, 1); // the older one arrives late
    }
    if (kind >= 26 && kind < 31) {
      versions.add(new Version("", "", null, true));
    }
    return new Story("https://news.example/story/" + number, language, versions);
  }

  /** Versions of a story keep their order; all else is mixed within a window. */
  private void write(Random random) {
    List<List<String>> slots = new ArrayList<>();
    int slot = 0;
    for (Story story : stories.values()) {
      int at = slot++;
      for (Version version : story.versions()) {
        String line = line(story, version);
        place(slots, at, line);
        if (random.nextInt(REPEAT) == 0 && !version.withdrawn()) {
          place(slots, at + random.nextInt(3), line);
        }
        at += 3 + random.nextInt(40);
      }
    }
    slots.forEach(lines::addAll);
  }

  private static void place(List<List<String>> slots, int at, String line) {
    while (slots.size() <= at) {
      slots.add(new ArrayList<>());
    }
    slots.get(at).add(line);
  }

  private static String line(Story story, Version version) {
    ObjectNode json = new ObjectMapper().createObjectNode().put("url", story.url());
    if (version.withdrawn()) {
      return json.put("uri", story.url()).put("pubstatus", "canceled").put("type", "text") + "\n";
    }
    json.put("title", version.title()).put("language", story.language());
    int number = Integer.parseInt(story.url().substring(story.url().lastIndexOf('/') + 1));
    // A wrong date makes the others implausible: then nothing is known of their order.
    boolean single = story.versions().size() == 1;
    if (single && number % 41 == 0) {
      json.put("publishedAt", "1970-01-01T00:00:00Z");
    } else if (single && number % 43 == 0) {
      json.put("publishedAt", "2099-12-31T23:59:59Z");
    }
    if (version.updatedAt() != null) {
      json.put("updatedAt", version.updatedAt().toString());
    }
    return json.put("text", version.text()) + "\n";
  }

  /** From which all of it can be made again. */
  public long seed() {
    return seed;
  }

  /** By address. */
  Map<String, Story> stories() {
    return Collections.unmodifiableMap(stories);
  }

  /** What ingest is offered, as JSON Lines, in order; repeats among them. */
  List<String> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** How many revisions there must be in the end. */
  public int versions() {
    return stories.values().stream().mapToInt(story -> story.versions().size()).sum();
  }
}
