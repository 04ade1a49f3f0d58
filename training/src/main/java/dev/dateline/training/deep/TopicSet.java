package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.training.topic.TopicSamples;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Where a text with a subject comes from. */
enum TopicSet {
  /** Leads written here. They are few, so that one counts more. */
  LEADS(2, EnumSet.allOf(Subject.class)),

  /** Sentences of SIB-200, which come in many languages. */
  SENTENCES(0.5f, TopicSamples.SIB200.values()),

  /** Articles of MasakhaNEWS. */
  ARTICLES(1, TopicSamples.MASAKHANEWS.values());

  private final float weight;
  private final Set<Subject> subjects;

  TopicSet(float weight, Collection<Subject> subjects) {
    this.weight = weight;
    this.subjects = EnumSet.copyOf(subjects);
  }

  /** What a text of the set counts in training. */
  float weight() {
    return weight;
  }

  /** The subjects that the set has. */
  Set<Subject> subjects() {
    return subjects;
  }
}
