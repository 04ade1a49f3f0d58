/** Sends what was read to Kafka, in transactions. */
@NullMarked
package dev.dateline.ingest.publish;

import org.jspecify.annotations.NullMarked;
