package dev.dateline.training.eval;

import java.nio.file.Path;

/**
 * What an evaluation of the deep tagger needs beside the sets.
 *
 * @param models folder of the encoder, as {@code dateline model fetch} keeps it
 * @param states folder that keeps what the encoder made of the texts
 * @param limit most texts of a set and language whose subjects are measured, 1 or more; they are
 *     spread evenly over it
 */
public record DeepInput(Path models, Path states, int limit) {

  public DeepInput {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit of texts is below 1: " + limit);
    }
  }
}
