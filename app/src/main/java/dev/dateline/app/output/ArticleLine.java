package dev.dateline.app.output;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Language;
import dev.dateline.schemas.Topic;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** One line an article: time, language, title, topics, entities. */
public final class ArticleLine {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int FIXED = 8 + 2 + 3 + 2 + 2 + 2;
  private static final int MOST_ENTITIES = 5;

  private final int width;
  private final ZoneId zone;

  /**
   * @param width columns of the terminal
   * @param zone zone of the times shown
   */
  public ArticleLine(int width, ZoneId zone) {
    this.width = Math.max(80, width);
    this.zone = zone;
  }

  /** The line for an article at a time. */
  public String format(Instant time, EnrichedArticle article) {
    int room = width - FIXED;
    int title = room * 45 / 100;
    int topics = room * 22 / 100;
    Language language = article.getLanguage();
    return TIME.format(time.atZone(zone))
        + "  "
        + DisplayWidth.fit(language == null ? "" : language.getTag(), 3)
        + "  "
        + DisplayWidth.fit(printable(article.getArticle().getTitle()), title)
        + "  "
        + DisplayWidth.fit(topics(article), topics)
        + "  "
        + DisplayWidth.truncate(entities(article), room - title - topics);
  }

  private static String topics(EnrichedArticle article) {
    return article.getTopics().stream().map(Topic::getName).collect(Collectors.joining("; "));
  }

  private static String entities(EnrichedArticle article) {
    return article.getEntities().stream()
        .limit(MOST_ENTITIES)
        .map(Entity::getName)
        .map(ArticleLine::printable)
        .collect(Collectors.joining(", "));
  }

  /** Control characters of hostile text never reach the terminal; white space becomes one space. */
  static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c)) {
                if (clean.isEmpty() || clean.charAt(clean.length() - 1) != ' ') {
                  clean.append(' ');
                }
              } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString().strip();
  }
}
