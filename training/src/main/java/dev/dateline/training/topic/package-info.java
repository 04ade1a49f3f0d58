/** Trains the topic model. */
@NullMarked
package dev.dateline.training.topic;

import org.jspecify.annotations.NullMarked;
