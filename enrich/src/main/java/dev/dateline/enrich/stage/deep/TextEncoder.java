package dev.dateline.enrich.stage.deep;

import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads texts with the encoder, a sentence a sequence, as far as a budget allows. */
public final class TextEncoder {

  /** The last sentence may go so many pieces beyond the budget; a longer one is cut. */
  static final int FINISHING = 64;

  private final Encoder encoder;

  /** A reader on an open encoder. */
  public TextEncoder(Encoder encoder) {
    this.encoder = encoder;
  }

  /** A sequence and the tokens that begin in it. */
  private record Stretch(int text, int from, int to, Pieces pieces) {}

  /**
   * Reads texts, one behind the other.
   *
   * @param texts such as title and body
   * @param budget once so many pieces are read no further sentence is begun
   */
  public List<EncodedText> read(List<Tokens> texts, int budget) {
    List<Stretch> stretches = new ArrayList<>();
    int left = budget;
    for (int text = 0; text < texts.size(); text++) {
      left -= addText(text, texts.get(text), left, stretches);
    }
    return encode(texts, stretches);
  }

  /**
   * Reads texts that have nothing to do with one another; quicker than one by one.
   *
   * @param budget of each text
   */
  public List<EncodedText> readEach(List<Tokens> texts, int budget) {
    List<Stretch> stretches = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      addText(text, texts.get(text), budget, stretches);
    }
    return encode(texts, stretches);
  }

  private int addText(int text, Tokens tokens, int budget, List<Stretch> stretches) {
    int read = 0;
    for (int s = 0; s < tokens.sentenceCount() && read < budget; s++) {
      read += addSentence(text, tokens, s, budget - read, stretches);
    }
    return read;
  }

  private List<EncodedText> encode(List<Tokens> texts, List<Stretch> stretches) {
    List<Encoder.States> states = encoder.encode(stretches.stream().map(Stretch::pieces).toList());
    List<EncodedText> encoded = new ArrayList<>(texts.size());
    for (int text = 0; text < texts.size(); text++) {
      encoded.add(gather(text, texts.get(text), stretches, states));
    }
    return encoded;
  }

  /** Cuts a sentence into stretches that the encoder can take; returns how many pieces it has. */
  private int addSentence(
      int text, Tokens tokens, int sentence, int left, List<Stretch> stretches) {
    int from = tokens.sentenceBegin(sentence);
    int end = tokens.sentenceEnd(sentence);
    int most = left + FINISHING;
    Pieces all =
        encoder.wordPieces().split(tokens.text(), tokens.start(from), tokens.end(end - 1), most);
    int first = 0;
    while (first < all.size()) {
      int last = Math.min(all.size(), first + Encoder.LONGEST);
      int to = from;
      while (to < end && tokens.start(to) < all.ends()[last - 1]) {
        to++;
      }
      boolean wholeSentence = last == all.size() && all.size() < most;
      to = wholeSentence ? end : to;
      stretches.add(new Stretch(text, from, to, all.range(first, last)));
      from = to;
      first = last;
    }
    if (all.size() == 0) {
      stretches.add(new Stretch(text, from, end, all));
    }
    return all.size();
  }

  private EncodedText gather(
      int text, Tokens tokens, List<Stretch> stretches, List<Encoder.States> states) {
    int covered = 0;
    for (Stretch stretch : stretches) {
      covered = stretch.text() == text ? stretch.to() : covered;
    }
    int width = encoder.width();
    float[] words = new float[covered * 2 * width];
    float[] sum = new float[width];
    int pieces = 0;
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.text() != text || stretch.pieces().size() == 0) {
        continue;
      }
      Encoder.States own = states.get(i);
      for (int token = stretch.from(); token < stretch.to(); token++) {
        int piece = stretch.pieces().at(tokens.start(token)) * width;
        System.arraycopy(own.six(), piece, words, token * 2 * width, width);
        System.arraycopy(own.nine(), piece, words, (token * 2 + 1) * width, width);
      }
      for (int at = 0; at < own.eight().length; at++) {
        sum[at % width] += own.eight()[at];
      }
      pieces += stretch.pieces().size();
    }
    return new EncodedText(tokens, covered, words, sum, pieces);
  }
}
