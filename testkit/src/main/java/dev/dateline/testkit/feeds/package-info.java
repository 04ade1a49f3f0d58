/** A world of feeds on loopback, with trouble and with a model of what is true in it. */
@NullMarked
package dev.dateline.testkit.feeds;

import org.jspecify.annotations.NullMarked;
