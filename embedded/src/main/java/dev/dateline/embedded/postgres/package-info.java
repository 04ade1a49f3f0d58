/** A real, durable PostgreSQL for one machine. */
@NullMarked
package dev.dateline.embedded.postgres;

import org.jspecify.annotations.NullMarked;
