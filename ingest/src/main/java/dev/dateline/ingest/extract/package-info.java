/** From bytes to articles: pure functions that know nothing of Kafka. */
@NullMarked
package dev.dateline.ingest.extract;

import org.jspecify.annotations.NullMarked;
