/** Takes articles down, and looks for what is left of them. */
@NullMarked
package dev.dateline.app.takedown;

import org.jspecify.annotations.NullMarked;
