/** Child processes that end with their parent, and the ports and pids that outlive it. */
@NullMarked
package dev.dateline.embedded.process;

import org.jspecify.annotations.NullMarked;
