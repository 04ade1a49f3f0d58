package dev.dateline.enrich.stage;

import org.jspecify.annotations.Nullable;

/**
 * The line that opens an agency report: {@code WARSAW (Reuters) -}, {@code /Поглед.инфо/}.
 *
 * @param source agency or newspaper that it names
 * @param place place that it names, as written
 * @param span where it stands in the text
 */
public record DatelineLine(@Nullable String source, @Nullable String place, TextSpan span) {}
