/** The data folder: its layout, its version, who uses it now, and how to reach that instance. */
@NullMarked
package dev.dateline.embedded.data;

import org.jspecify.annotations.NullMarked;
