package dev.dateline.enrich.stage.deep;

import dev.dateline.enrich.stage.text.Tokens;

/**
 * What the encoder makes of the beginning of a text.
 *
 * @param tokens of the whole text
 * @param covered tokens from the first on that it has read; whole sentences
 * @param words for each of them the states of its first piece on both layers for names
 * @param sum of the states of all pieces on the layer for topics
 * @param pieces number of pieces in the sum
 */
public record EncodedText(Tokens tokens, int covered, float[] words, float[] sum, int pieces) {

  /** Number of states of a token. */
  public int width() {
    return 2 * sum.length;
  }
}
