/** One class a command: options, help, and what it calls. */
@NullMarked
package dev.dateline.app.command;

import org.jspecify.annotations.NullMarked;
