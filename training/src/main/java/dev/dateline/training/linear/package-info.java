/** Trains the sparse linear models. */
@NullMarked
package dev.dateline.training.linear;

import org.jspecify.annotations.NullMarked;
