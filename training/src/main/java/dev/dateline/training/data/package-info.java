/** Readers of the public sets and of the examples written here. */
@NullMarked
package dev.dateline.training.data;

import org.jspecify.annotations.NullMarked;
