/** The HTTP endpoint of a process: health, metrics, and the routes its services add. */
@NullMarked
package dev.dateline.runtime.http;

import org.jspecify.annotations.NullMarked;
