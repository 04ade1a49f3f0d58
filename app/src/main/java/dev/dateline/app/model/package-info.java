/** Brings models from where they are published. */
@NullMarked
package dev.dateline.app.model;

import org.jspecify.annotations.NullMarked;
