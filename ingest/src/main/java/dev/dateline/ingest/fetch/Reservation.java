package dev.dateline.ingest.fetch;

import org.jspecify.annotations.Nullable;

/** Whether text and data mining is reserved, and the policy that says on which terms it is not. */
record Reservation(boolean reserved, @Nullable String policy) {

  static final Reservation NONE = new Reservation(false, null);
}
