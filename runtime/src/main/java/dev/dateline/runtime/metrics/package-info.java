/** Counters, gauges and binders behind /metrics. */
@NullMarked
package dev.dateline.runtime.metrics;

import org.jspecify.annotations.NullMarked;
