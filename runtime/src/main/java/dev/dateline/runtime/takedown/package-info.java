/** Which articles operators took down. */
@NullMarked
package dev.dateline.runtime.takedown;

import org.jspecify.annotations.NullMarked;
