/** Trains what the linker has learnt. */
@NullMarked
package dev.dateline.training.link;

import org.jspecify.annotations.NullMarked;
