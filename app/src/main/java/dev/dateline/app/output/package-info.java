/** What goes to standard output: lines, tables, JSON. */
@NullMarked
package dev.dateline.app.output;

import org.jspecify.annotations.NullMarked;
