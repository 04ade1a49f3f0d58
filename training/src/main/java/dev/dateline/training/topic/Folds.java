package dev.dateline.training.topic;

import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;

/**
 * The parts that the texts about subjects fall into, so that models can be tried on one that they
 * have not learnt from. The translations of a sentence are in the same part.
 */
public final class Folds {

  /** Number of parts. */
  public static final int COUNT = 4;

  private static final int SCATTER = 0x9E3779B9;

  private Folds() {}

  /** The part of a lead, from 0. */
  public static int of(TopicExamples.Lead lead) {
    return scattered(lead.text().hashCode());
  }

  /** The part of a sentence, from 0. */
  public static int of(Sib200.Sentence sentence) {
    return scattered(sentence.id());
  }

  /** The part of an article, from 0. */
  public static int of(MasakhaNews.Article article) {
    return scattered(article.headline().hashCode());
  }

  private static int scattered(int hash) {
    return (hash * SCATTER >>> Short.SIZE) % COUNT;
  }
}
