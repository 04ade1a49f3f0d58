/** Kafka client defaults, and the creation of topics. */
@NullMarked
package dev.dateline.runtime.kafka;

import org.jspecify.annotations.NullMarked;
