package dev.dateline.testkit.faults;

import java.time.Duration;

/**
 * A fault that fired.
 *
 * @param inFlight versions that were offered and not stored at that time
 * @param recovery from the end of the fault to the first work of its part
 */
public record Strike(Fault fault, long inFlight, Duration recovery) {}
