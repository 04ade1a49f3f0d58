/** Trains the heads of the deep tagger on the states of the encoder. */
@NullMarked
package dev.dateline.training.deep;

import org.jspecify.annotations.NullMarked;
