/**
 * Faults for the whole wire in processes of their own, and an oracle that knows what was offered to
 * ingest and says what was lost, repeated or bent.
 */
@NullMarked
package dev.dateline.testkit.faults;

import org.jspecify.annotations.NullMarked;
