/** Words and sentences of plain text, by UTF-16 offsets. */
@NullMarked
package dev.dateline.enrich.stage.text;

import org.jspecify.annotations.NullMarked;
