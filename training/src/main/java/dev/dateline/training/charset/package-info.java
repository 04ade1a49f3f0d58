/** What the detection of charsets knows of languages, counted on the examples. */
@org.jspecify.annotations.NullMarked
package dev.dateline.training.charset;
