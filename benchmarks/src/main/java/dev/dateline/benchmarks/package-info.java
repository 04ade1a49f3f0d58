/** Measurements, each beside a peer, a baseline or a limit from the same run. */
@NullMarked
package dev.dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
