package dev.dateline.testkit.faults;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.faults.Violation.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Knows what was offered, reads topics and tables by itself, and says what is wrong. It looks when
 * the wire is at rest.
 */
final class Oracle {

  private final NewsModel model;
  private final Tables tables;
  private final Log log;
  private final Map<String, Poison> poison;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * @param poison records that must be dead, each once, by their coordinates
   */
  private Oracle(NewsModel model, Tables tables, Log log, Map<String, Poison> poison) {
    this.model = model;
    this.tables = tables;
    this.log = log;
    this.poison = poison;
  }

  /** Everything that is wrong; empty where all promises are kept. */
  static List<Violation> judge(
      NewsModel model, Tables tables, Log log, Map<String, Poison> poison) {
    Oracle oracle = new Oracle(model, tables, log, poison);
    oracle.judge();
    return List.copyOf(oracle.violations);
  }

  private void judge() {
    Map<String, List<Revision>> byUrl =
        tables.revisions().stream()
            .sorted(Comparator.comparingInt(Revision::number))
            .collect(
                Collectors.groupingBy(
                    revision -> revision.url() == null ? "" : revision.url(),
                    TreeMap::new,
                    Collectors.toList()));
    model.stories().values().forEach(story -> story(story, byUrl));
    byUrl.keySet().stream()
        .filter(url -> !model.stories().containsKey(url))
        .forEach(url -> add(Rule.INVENTED, url, "is stored and was never offered"));
    Map<String, Revision> stored =
        byUrl.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Revision::key, revision -> revision));
    shown(stored);
    enriched(stored);
    latest(stored);
    letters();
    offsets();
  }

  private void story(Story story, Map<String, List<Revision>> byUrl) {
    List<Revision> revisions = byUrl.getOrDefault(story.url(), List.of());
    Set<String> ids = revisions.stream().map(Revision::articleId).collect(Collectors.toSet());
    if (ids.size() > 1) {
      add(Rule.REPEATED, story.url(), "is stored under the ids " + ids);
    }
    List<String> contents = revisions.stream().map(Revision::content).toList();
    for (String content : story.contents()) {
      long times = contents.stream().filter(content::equals).count();
      if (times == 0) {
        add(Rule.LOST, story.url(), "content " + content + " is not among " + revisions);
      } else if (times > 1) {
        add(Rule.REPEATED, story.url(), "content " + content + " is stored " + times + " times");
      }
    }
    contents.stream()
        .filter(content -> !story.contents().contains(content))
        .forEach(content -> add(Rule.INVENTED, story.url(), "content " + content));
    List<Integer> numbers = revisions.stream().map(Revision::number).toList();
    if (!numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList())) {
      add(Rule.GAP, story.url(), "has the revisions " + numbers);
    }
    rising(story, revisions);
  }

  private void rising(Story story, List<Revision> revisions) {
    Revision before = null;
    for (Revision revision : revisions) {
      if (revision.isHistorical()) {
        continue;
      }
      if (before != null
          && before.updatedAt() != null
          && revision.updatedAt() != null
          && revision.updatedAt().isBefore(before.updatedAt())) {
        add(Rule.BACKWARDS, story.url(), revision + " follows " + before);
      }
      before = revision;
    }
    String newest = story.latest().content();
    if (before != null && !before.content().equals(newest)) {
      add(Rule.SHOWN, story.url(), before + " is the newest, and " + newest + " should be");
    }
  }

  private void shown(Map<String, Revision> stored) {
    Map<String, Integer> newest = newest(stored);
    Map<String, Tables.Shown> shown =
        tables.shown().stream().collect(Collectors.toMap(Tables.Shown::articleId, s -> s));
    newest.forEach(
        (id, number) -> {
          Tables.Shown row = shown.get(id);
          Revision revision = stored.get(id + "@" + number);
          boolean deleted = revision.change().equals("DELETED");
          if (row == null || row.revision() != number || row.deleted() != deleted) {
            add(Rule.SHOWN, revision.url(), row + " is shown instead of " + revision);
          }
        });
  }

  /** The newest revision of each article that is not history. */
  private static Map<String, Integer> newest(Map<String, Revision> stored) {
    Map<String, Integer> newest = new HashMap<>();
    stored.values().stream()
        .filter(revision -> !revision.isHistorical())
        .forEach(r -> newest.merge(r.articleId(), r.number(), Math::max));
    return newest;
  }

  private void enriched(Map<String, Revision> stored) {
    Map<String, Revision> published = new HashMap<>();
    Map<String, Integer> partitions = new HashMap<>();
    for (Log.Event event : log.events(Topics.ENRICHED)) {
      Optional<Revision> known = event.revision().filter(revision -> !revision.url().isEmpty());
      if (known.isEmpty()) {
        continue; // a tombstone, or poison that can be read
      }
      Revision revision = known.get();
      if (!event.key().equals(revision.key())) {
        add(Rule.ENRICHED, revision.url(), "has the key " + event.key() + " as " + revision);
      }
      int partition = partitions.merge(revision.articleId(), event.partition(), (a, b) -> a);
      if (partition != event.partition()) {
        add(
            Rule.ENRICHED,
            revision.url(),
            "lies in the partitions " + partition + " and " + event.partition());
      }
      if (published.put(event.key(), revision) != null) {
        add(Rule.ENRICHED, revision.url(), event.key() + " is in the topic twice");
      }
      Revision row = stored.get(event.key());
      if (row == null) {
        add(Rule.LOST, revision.url(), event.key() + " is published and not stored");
      } else if (!row.equals(revision)) {
        add(Rule.ENRICHED, revision.url(), row + " is stored of " + revision);
      }
    }
    stored.forEach(
        (key, row) -> {
          if (!published.containsKey(key)) {
            add(Rule.ENRICHED, row.url(), key + " is stored and not published");
          }
        });
  }

  private void latest(Map<String, Revision> stored) {
    Map<String, Integer> newest = newest(stored);
    Map<String, Log.Event> last = new HashMap<>();
    Map<String, Integer> highest = new HashMap<>();
    for (Log.Event event : log.events(Topics.LATEST)) {
      last.put(event.key(), event);
      int before = highest.getOrDefault(event.key(), 0);
      if (number(event) > 0 && number(event) <= before) {
        add(Rule.LATEST, event.key(), "revision " + number(event) + " follows " + before);
      }
      highest.merge(event.key(), number(event), Math::max);
    }
    newest.forEach(
        (id, number) -> {
          Revision row = stored.get(id + "@" + number);
          int shown = row.change().equals("DELETED") ? 0 : number;
          Log.Event event = last.get(id);
          if (event == null || number(event) != shown) {
            add(Rule.LATEST, row.url(), event + " is the latest, and " + row.key() + " should be");
          }
        });
    subjects(last);
  }

  /** The revision of an event; 0 for a tombstone. */
  private static int number(Log.Event event) {
    return event.revision().map(Revision::number).orElse(0);
  }

  private void subjects(Map<String, Log.Event> latest) {
    for (int i = 0; i < Topics.SUBJECTS.size(); i++) {
      // The codes of the top-level subjects are their places in the standard: medtop:01000000.
      String code = "medtop:%02d000000".formatted(i + 1);
      String slug = Topics.SUBJECTS.get(i);
      Set<String> wanted =
          latest.values().stream()
              .filter(event -> event.revision().isPresent() && event.subjects().contains(code))
              .map(Log.Event::key)
              .collect(Collectors.toSet());
      Set<String> members = members(slug);
      difference(wanted, members).forEach(id -> add(Rule.SUBJECT, id, "is missing in " + slug));
      difference(members, wanted).forEach(id -> add(Rule.SUBJECT, id, "has not left " + slug));
    }
  }

  /** Who is in a subject after all of its events, each of which must fit the ones before. */
  private Set<String> members(String slug) {
    Set<String> members = new HashSet<>();
    Map<String, Integer> last = new HashMap<>();
    for (Log.Event event : log.events(Topics.subject(slug))) {
      String id = event.key();
      boolean enters = event.subjectChange().equals("entered");
      if (enters == members.contains(id)) {
        add(Rule.SUBJECT, id, event.subjectChange() + " out of turn in " + slug);
      }
      Integer before = last.put(id, number(event));
      if (before != null && number(event) <= before) {
        add(Rule.SUBJECT, id, "revision " + number(event) + " follows " + before + " in " + slug);
      }
      if (enters || event.subjectChange().equals("updated")) {
        members.add(id);
      } else {
        members.remove(id);
      }
    }
    return members;
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> left = new HashSet<>(all);
    left.removeAll(without);
    return left;
  }

  /** A letter that is relayed again is the same one, by its key: only another one is too many. */
  private void letters() {
    Map<String, DeadLetter> dead = new HashMap<>();
    for (Log.Letter found : log.deadLetters()) {
      DeadLetter letter = found.value();
      if (!letter.getOrigin().equals(found.key())) {
        add(Rule.DEAD, letter.getOrigin(), "has the key " + found.key());
      }
      DeadLetter before = dead.put(letter.getOrigin(), letter);
      if (before != null && !before.equals(letter)) {
        add(Rule.DEAD, letter.getOrigin(), "is dead in two ways: " + before + " and " + letter);
      }
    }
    dead.forEach(
        (origin, letter) -> {
          Poison known = poison.get(origin);
          if (known == null || !known.became(letter)) {
            add(Rule.DEAD, origin, letter.getStage() + " " + letter.getCode() + " and is " + known);
          }
        });
    difference(poison.keySet(), dead.keySet())
        .forEach(origin -> add(Rule.LOST, origin, "is poison and has no dead letter"));
    difference(Set.copyOf(tables.outbox()), dead.keySet())
        .forEach(origin -> add(Rule.DEAD, origin, "was not relayed from the outbox"));
  }

  private void offsets() {
    Map<Integer, Long> ends = log.ends(Topics.ENRICHED);
    tables
        .nextOffsets()
        .forEach(
            (partition, next) -> {
              if (next > ends.get(partition)) {
                add(
                    Rule.STALLED,
                    Topics.ENRICHED.name() + "-" + partition,
                    "is stored to " + next + " and ends at " + ends.get(partition));
              }
            });
  }

  private void add(Rule rule, String article, String detail) {
    violations.add(new Violation(rule, article, detail));
  }
}
