/** Settings from defaults, a file, the environment and flags, in this order. */
@NullMarked
package dev.dateline.runtime.settings;

import org.jspecify.annotations.NullMarked;
