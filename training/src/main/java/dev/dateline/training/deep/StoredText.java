package dev.dateline.training.deep;

/**
 * What the encoder made of a text.
 *
 * @param covered tokens that it has read
 * @param words states of each of them in bfloat16; empty where only the sum was kept
 * @param sum of the states of all pieces on the layer for topics
 * @param pieces number of pieces in the sum
 */
record StoredText(int covered, short[] words, float[] sum, int pieces) {

  /** A state of a token. */
  float word(int index) {
    return Float.intBitsToFloat(words[index] << 16);
  }

  /** The upper half of a float, rounded. */
  static short shortened(float value) {
    return (short) (Float.floatToIntBits(value) + 0x8000 >>> 16);
  }
}
