/** Assembles services from settings, for one process or for all in one. */
@NullMarked
package dev.dateline.app.service;

import org.jspecify.annotations.NullMarked;
