/** What the services say to one another: event types, topics and their wire format. */
@NullMarked
package dev.dateline.schemas;

import org.jspecify.annotations.NullMarked;
