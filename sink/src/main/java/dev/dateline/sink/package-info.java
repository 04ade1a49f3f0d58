/** Stores the enriched stream, exactly once, and reads it back. */
@NullMarked
package dev.dateline.sink;

import org.jspecify.annotations.NullMarked;
