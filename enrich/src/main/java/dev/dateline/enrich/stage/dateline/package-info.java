/** Reads the line that opens an agency report: who reports, and from where. */
@NullMarked
package dev.dateline.enrich.stage.dateline;

import org.jspecify.annotations.NullMarked;
