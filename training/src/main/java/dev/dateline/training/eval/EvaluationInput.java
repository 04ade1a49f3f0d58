package dev.dateline.training.eval;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation reads and writes beside the page.
 *
 * @param data folder of the public sets
 * @param examples folder of the examples written here
 * @param sample file for the sample that a person is to check; null for none
 * @param deep what the deep tagger needs; null where the fast one is measured
 */
public record EvaluationInput(
    Path data, Path examples, @Nullable Path sample, @Nullable DeepInput deep) {

  /** The tagger that is measured. */
  public TaggerTier tagger() {
    return deep == null ? TaggerTier.FAST : TaggerTier.DEEP;
  }
}
