/** Pages of figures: sections that commands write, beside what people write. */
@NullMarked
package dev.dateline.training.report;

import org.jspecify.annotations.NullMarked;
