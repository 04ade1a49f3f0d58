package dev.dateline.training.eval;

import dev.dateline.training.data.PublicSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be measured, and the public sets that it takes. */
public enum Evaluation {
  /** Which language a text is in. */
  LANGUAGE(PublicSet.SIB200, PublicSet.SLAVNER, PublicSet.MASAKHANEWS, PublicSet.BBC),
  /** Which persons, places and organisations a text names. */
  ENTITIES(PublicSet.SLAVNER, PublicSet.NEREL, PublicSet.SIB200),
  /** What the names mean, and their base forms. */
  LINKS(PublicSet.SLAVNER, PublicSet.NEREL),
  /** Which subjects a text is about. */
  TOPICS(PublicSet.SIB200, PublicSet.MASAKHANEWS, PublicSet.BBC, PublicSet.DPA),
  /** What a feed says of its items. */
  FEEDS(PublicSet.GOFEED, PublicSet.W3C_FEEDS),
  /** Main text, title and authors of pages. */
  EXTRACT(PublicSet.TRAFILATURA),
  /** When a page was published. */
  DATES(PublicSet.TRAFILATURA, PublicSet.HTMLDATE),
  /** Which charset bytes are in. */
  CHARSET(PublicSet.CHARDET);

  private final Set<PublicSet> sets;

  Evaluation(PublicSet first, PublicSet... rest) {
    this.sets = EnumSet.of(first, rest);
  }

  /** The sets that it measures on. */
  public Set<PublicSet> sets() {
    return EnumSet.copyOf(sets);
  }

  /** Whether it can do nothing unless all of them are there. */
  public boolean needsAllSets() {
    return this == ENTITIES || this == DATES;
  }

  /** As the command line writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
