package dev.dateline.testkit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.DeadLetters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of an article as its publisher shows it.
 *
 * @param title one line
 * @param text the body; empty where the article is withdrawn
 * @param updatedAt the publisher's clock; null where the publisher does not tell
 * @param withdrawn whether this is the news that the article is gone
 */
record Version(String title, String text, @Nullable Instant updatedAt, boolean withdrawn) {

  /** What tells this content from every other one: a hash of title and text. */
  String content() {
    return withdrawn ? WITHDRAWN : content(title, text);
  }

  /** The same of the observation, which has an empty title and text where it is a withdrawal. */
  String observed() {
    return content(title, text);
  }

  /** Stands for the content of a deletion, which has none. */
  static final String WITHDRAWN = "withdrawn";

  /** The same of what was stored or published: SHA-256, shortened. */
  static String content(String title, String text) {
    return DeadLetters.sha256((title + "\n" + text).getBytes(UTF_8)).substring(0, 16);
  }
}
