/** Reads other people's knowledge, a line at a time, into knowledge files. */
@NullMarked
package dev.dateline.enrich.knowledge.source;

import org.jspecify.annotations.NullMarked;
