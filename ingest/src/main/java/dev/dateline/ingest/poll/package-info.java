/**
 * What asking a source makes of it: items, changes, the time to ask again. Knows nothing of Kafka.
 */
@NullMarked
package dev.dateline.ingest.poll;

import org.jspecify.annotations.NullMarked;
