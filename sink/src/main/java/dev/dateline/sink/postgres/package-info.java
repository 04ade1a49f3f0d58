/** The article store in PostgreSQL. */
@NullMarked
package dev.dateline.sink.postgres;

import org.jspecify.annotations.NullMarked;
