/** Teaches the name tagger: readers of marked text, the trainer and the command that runs them. */
@NullMarked
package dev.dateline.training.name;

import org.jspecify.annotations.NullMarked;
