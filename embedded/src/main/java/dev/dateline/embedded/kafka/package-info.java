/** A real Kafka node for one machine, in a JVM of its own. */
@NullMarked
package dev.dateline.embedded.kafka;

import org.jspecify.annotations.NullMarked;
