package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.Subject;

/**
 * A text with its subject, for the head for topics.
 *
 * @param set the set that it is of; each has a balance of subjects of its own
 * @param fold its part among the {@link dev.dateline.training.topic.Folds}
 */
record TopicSample(TopicSet set, int fold, String language, String text, Subject subject) {}
