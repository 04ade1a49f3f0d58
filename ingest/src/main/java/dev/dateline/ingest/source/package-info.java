/** What to watch: where articles are looked for, and what of it is new. */
@NullMarked
package dev.dateline.ingest.source;

import org.jspecify.annotations.NullMarked;
