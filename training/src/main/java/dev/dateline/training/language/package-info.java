/** Trains the language model. */
@NullMarked
package dev.dateline.training.language;

import org.jspecify.annotations.NullMarked;
