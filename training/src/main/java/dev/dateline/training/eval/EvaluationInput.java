package dev.dateline.training.eval;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation reads and writes beside the page.
 *
 * @param data folder of the public sets
 * @param examples folder of the sentences with names written here
 * @param sample file for the sample that a person is to check; null for none
 */
public record EvaluationInput(Path data, Path examples, @Nullable Path sample) {}
