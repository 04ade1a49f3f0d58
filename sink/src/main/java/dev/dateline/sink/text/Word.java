package dev.dateline.sink.text;

/**
 * A word of a text.
 *
 * @param form the word as it is looked for: compatibility forms and case folded
 * @param start first UTF-16 code unit in the text
 * @param end one past the last UTF-16 code unit
 */
record Word(String form, int start, int end) {}
