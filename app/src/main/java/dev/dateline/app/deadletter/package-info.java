/** Dead letters as operators see them: what waits, for which reason, and sending it again. */
@NullMarked
package dev.dateline.app.deadletter;

import org.jspecify.annotations.NullMarked;
