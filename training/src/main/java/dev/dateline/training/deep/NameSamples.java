package dev.dateline.training.deep;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.NameFeatures;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameSequence;
import java.util.Arrays;

/**
 * The tokens of a text that may belong to names, as a head learns from them.
 *
 * @param states of each token, one behind the other, in bfloat16
 * @param flags what the lists say of each token
 * @param labels of the tokens
 */
record NameSamples(short[] states, int[] flags, byte[] labels) {

  static NameSamples of(MarkedText text, StoredText stored, NameFlags lists) {
    Tokens tokens = Tokens.of(text.text());
    NameFeatures features = NameFeatures.of(tokens, new LanguageGuess(text.language(), 1), lists);
    byte[] labels = NameSequence.labels(tokens, text.names());
    int width = 2 * stored.sum().length;
    short[] states = new short[stored.covered() * width];
    int[] flags = new int[stored.covered()];
    byte[] own = new byte[stored.covered()];
    int size = 0;
    for (int token = 0; token < stored.covered(); token++) {
      if (features.isOpen(token)) {
        System.arraycopy(stored.words(), token * width, states, size * width, width);
        flags[size] = features.flags(token);
        own[size++] = labels[token];
      }
    }
    return new NameSamples(
        Arrays.copyOf(states, size * width), Arrays.copyOf(flags, size), Arrays.copyOf(own, size));
  }

  int size() {
    return labels.length;
  }
}
