package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.Subject;

/**
 * A text with its subject, for the head for topics.
 *
 * @param set the set that it is of; each has a balance of subjects of its own
 * @param weight how much it counts
 */
record TopicSample(int set, float weight, String language, String text, Subject subject) {}
