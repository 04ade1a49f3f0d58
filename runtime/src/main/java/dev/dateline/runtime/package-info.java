/** What every service shares: a lifecycle and a state to tell. */
@NullMarked
package dev.dateline.runtime;

import org.jspecify.annotations.NullMarked;
