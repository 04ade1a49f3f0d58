/**
 * WebSub (W3C Recommendation of 2018): hubs are asked to tell what is new, and what they call back
 * with is checked and handed to whoever watches the source.
 */
@NullMarked
package dev.dateline.ingest.websub;

import org.jspecify.annotations.NullMarked;
