/** Tags articles anew beside the live ones, compares, and promotes. */
@NullMarked
package dev.dateline.app.replay;

import org.jspecify.annotations.NullMarked;
