/** Runs register and stages on Kafka Streams; nothing else of enrich knows Kafka. */
@NullMarked
package dev.dateline.enrich.topology;

import org.jspecify.annotations.NullMarked;
