package dev.dateline.training.name;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.NameFeatures;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameLabels;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of tokens to learn from.
 *
 * @param keys for each token its features
 * @param labels for each token its label
 */
public record NameSequence(int[][] keys, byte[] labels) {

  /** The stretches of a text that may hold names. */
  static List<NameSequence> of(MarkedText text, NameFlags lists) {
    Tokens tokens = Tokens.of(text.text());
    NameFeatures features = NameFeatures.of(tokens, new LanguageGuess(text.language(), 1), lists);
    byte[] labels = labels(tokens, text.names());
    List<NameSequence> sequences = new ArrayList<>();
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      int token = tokens.sentenceBegin(s);
      int end = tokens.sentenceEnd(s);
      while (token < end) {
        int from = token;
        List<int[]> keys = new ArrayList<>();
        while (token < end && features.isOpen(token)) {
          keys.add(features.keys(token++));
        }
        if (token > from) {
          byte[] own = valid(Arrays.copyOfRange(labels, from, token));
          sequences.add(new NameSequence(keys.toArray(new int[0][]), own));
        } else {
          token++;
        }
      }
    }
    return sequences;
  }

  /** The label of each token of a text in which names are marked. */
  public static byte[] labels(Tokens tokens, List<MarkedName> names) {
    byte[] labels = new byte[tokens.size()];
    for (MarkedName name : names) {
      if (!NameLabels.TYPES.contains(name.type())) {
        continue;
      }
      int first = tokens.tokenAt(name.start());
      for (int token = first; token < tokens.size() && tokens.start(token) < name.end(); token++) {
        labels[token] =
            (byte)
                (token == first ? NameLabels.begin(name.type()) : NameLabels.inside(name.type()));
      }
    }
    return labels;
  }

  /** A name whose begin lies outside the stretch begins anew. */
  private static byte[] valid(byte[] labels) {
    int previous = NameLabels.OUTSIDE;
    for (int i = 0; i < labels.length; i++) {
      if (!NameLabels.mayFollow(previous, labels[i])) {
        labels[i]--;
      }
      previous = labels[i];
    }
    return labels;
  }
}
