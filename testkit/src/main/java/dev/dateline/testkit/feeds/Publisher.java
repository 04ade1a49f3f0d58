package dev.dateline.testkit.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One feed and its articles through the steps. What happens depends on the seed alone, never on who
 * asks and when.
 */
final class Publisher {

  /** Items that a feed shows; a reader that comes every few steps misses none. */
  static final int WINDOW = 20;

  /** What is done to an item happens while it is among the newest, and only after a while. */
  private static final int NEWEST = 10;

  private static final int SETTLED_STEPS = 3;

  private final int number;
  private final String site;
  private final FeedFormat format;
  private final FeedTrouble trouble;
  private final SplittableRandom random;
  private final Words words;
  private final List<Item> items = new ArrayList<>();
  private Instant changed = Instant.EPOCH;
  private int step;

  /**
   * @param site scheme, host and port of its addresses
   */
  Publisher(int number, String site, FeedFormat format, FeedTrouble trouble, long seed) {
    this.number = number;
    this.site = site;
    this.format = format;
    this.trouble = trouble;
    this.random = new SplittableRandom(seed * 1_000_003 + number);
    this.words = new Words(random.split(), trouble == FeedTrouble.WRONG_CHARSET || number % 3 == 0);
  }

  int number() {
    return number;
  }

  FeedFormat format() {
    return format;
  }

  FeedTrouble trouble() {
    return trouble;
  }

  String url() {
    return site + "/feeds/" + number;
  }

  /** Everything that happens in a step. */
  synchronized void step(Instant now) {
    step++;
    if (items.isEmpty()) {
      publish(now, null);
    }
    int fresh =
        trouble.rate() < 1 ? (random.nextDouble() < trouble.rate() ? 1 : 0) : random.nextInt(3);
    for (int i = 0; i < fresh; i++) {
      publish(now, null);
    }
    if (random.nextDouble() < trouble.editRate()) {
      edit(now);
    }
    if (trouble == FeedTrouble.GUID_DRIFT) {
      items.replaceAll(item -> item.withGuid(guid(item.number()) + "-" + step));
      changed = now;
    }
    if (trouble == FeedTrouble.GUID_REUSE && step % 4 == 0) {
      reuse(now);
    }
    if (trouble == FeedTrouble.VANISHING && step % 4 == 0) {
      takeBack(now);
    }
  }

  private void publish(Instant now, @Nullable String guid) {
    int item = items.size();
    items.add(
        new Item(
            item,
            step,
            guid == null ? guid(item) : guid,
            trouble == FeedTrouble.NO_LINKS ? null : site + "/pages/" + number + "/" + item,
            trouble == FeedTrouble.NO_TITLES ? null : words.headline(),
            words.text(),
            List.of(marker(item, 0)),
            now.plusSeconds(item % 600),
            null,
            true,
            false));
    changed = now;
  }

  private void edit(Instant now) {
    List<Item> newest = newest(0);
    if (newest.isEmpty()) {
      return;
    }
    Item item = newest.get(random.nextInt(newest.size()));
    boolean newTitle = item.title() != null && random.nextBoolean();
    items.set(
        item.number(),
        item.edited(
            newTitle ? words.headline() : item.title(),
            newTitle ? item.text() : words.text(),
            marker(item.number(), item.markers().size()),
            step,
            now));
    changed = now;
  }

  private void reuse(Instant now) {
    List<Item> newest = newest(SETTLED_STEPS);
    if (!newest.isEmpty()) {
      Item former = newest.get(random.nextInt(newest.size()));
      items.set(former.number(), former.unlisted());
      publish(now, former.guid());
    }
  }

  /** Not the oldest that is shown: that it is gone cannot be told from having made room. */
  private void takeBack(Instant now) {
    List<Item> shown = shown();
    List<Item> newest =
        newest(SETTLED_STEPS).stream()
            .filter(item -> item.number() != shown.get(shown.size() - 1).number())
            .toList();
    if (!newest.isEmpty()) {
      Item item = newest.get(random.nextInt(newest.size()));
      items.set(item.number(), item.takenBack());
      changed = now;
    }
  }

  /** Those of the newest that have been as they are for so many steps. */
  private List<Item> newest(int steps) {
    return shown().stream().limit(NEWEST).filter(item -> step - item.touched() >= steps).toList();
  }

  /** What the feed shows now, the newest first. */
  synchronized List<Item> shown() {
    List<Item> listed = new ArrayList<>(items.stream().filter(Item::listed).toList());
    Collections.reverse(listed);
    return List.copyOf(listed.subList(0, Math.min(WINDOW, listed.size())));
  }

  synchronized @Nullable Item item(int item) {
    return item >= 0 && item < items.size() ? items.get(item) : null;
  }

  synchronized Instant changed() {
    return changed;
  }

  synchronized int steps() {
    return step;
  }

  synchronized ModelFeed model() {
    return new ModelFeed(url(), format, trouble, items.stream().map(Item::model).toList());
  }

  private String guid(int item) {
    return "tag:feed-" + number + ".example,2026:" + item;
  }

  private String marker(int item, int revision) {
    return "m" + number + "x" + item + "x" + revision;
  }
}
