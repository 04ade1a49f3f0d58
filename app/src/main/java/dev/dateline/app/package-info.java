/** The command line. */
@NullMarked
package dev.dateline.app;

import org.jspecify.annotations.NullMarked;
