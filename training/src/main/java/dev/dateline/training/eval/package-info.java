/** Measures the taggers on public gold and on what is held back here, beside their baselines. */
@NullMarked
package dev.dateline.training.eval;

import org.jspecify.annotations.NullMarked;
