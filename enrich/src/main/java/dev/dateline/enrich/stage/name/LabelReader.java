package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads names off the scores of labels: lets the places of a word speak for each other, finds the
 * best labels of each stretch of open tokens, and applies {@link NameRules}.
 */
public final class LabelReader {

  /** So many tokens share evidence; what a longer text needs stays bounded. */
  private static final int LONGEST_CHUNK = 1 << 16;

  private final Transitions transitions;
  private final float share;

  /**
   * A reader.
   *
   * @param transitions what one label behind another is worth, beside what BIO allows
   * @param share how much of the score of a token is that of its word in the whole document, 0 to 1
   */
  public LabelReader(Transitions transitions, float share) {
    this.transitions = transitions;
    this.share = share;
  }

  /** What a label is worth behind another. */
  @FunctionalInterface
  public interface Transitions {

    /** Nothing but what BIO allows. */
    Transitions NONE = (previous, label) -> 0;

    /** The score of {@code label} behind {@code previous}. */
    float score(int previous, int label);
  }

  /** Scores the labels of tokens. */
  @FunctionalInterface
  public interface Emissions {

    /**
     * Writes a score for each label of an open token.
     *
     * @param scores receives them from {@code at} on
     */
    void score(int token, float[] scores, int at);
  }

  /**
   * The names among the first tokens of a text.
   *
   * @param until one past the last token that is looked at
   */
  public List<NameSpan> read(
      Tokens tokens,
      NameFeatures features,
      LanguageGuess language,
      int until,
      Emissions emissions) {
    NameDecoder decoder = new NameDecoder(transitions);
    List<TokenName> names = new ArrayList<>();
    float[] scores = new float[Math.min(until, LONGEST_CHUNK) * NameLabels.COUNT];
    for (int from = 0; from < until; from += LONGEST_CHUNK) {
      int to = Math.min(until, from + LONGEST_CHUNK);
      for (int token = from; token < to; token++) {
        if (features.isOpen(token)) {
          emissions.score(token, scores, (token - from) * NameLabels.COUNT);
        }
      }
      SharedEvidence.spread(features, from, to, scores, share);
      decode(tokens, features, decoder, scores, from, to, names);
    }
    return NameRules.apply(tokens, features, CalendarWords.of(language.tag()), names);
  }

  /** Decodes each stretch of open tokens of each sentence. */
  private static void decode(
      Tokens tokens,
      NameFeatures features,
      NameDecoder decoder,
      float[] emissions,
      int from,
      int to,
      List<TokenName> names) {
    int[] labels = new int[to - from];
    int sentence = tokens.sentenceOf(from);
    int token = from;
    while (token < to) {
      if (!features.isOpen(token)) {
        token++;
        continue;
      }
      while (tokens.sentenceEnd(sentence) <= token) {
        sentence++;
      }
      int first = token;
      int limit = Math.min(to, tokens.sentenceEnd(sentence));
      while (token < limit && features.isOpen(token)) {
        token++;
      }
      decoder.decode(emissions, (first - from) * NameLabels.COUNT, token - first, labels);
      collect(
          decoder,
          emissions,
          (first - from) * NameLabels.COUNT,
          labels,
          first,
          token - first,
          names);
    }
  }

  private static void collect(
      NameDecoder decoder,
      float[] emissions,
      int at,
      int[] labels,
      int first,
      int length,
      List<TokenName> names) {
    for (int token = 0; token < length; token++) {
      if (!NameLabels.isBegin(labels[token])) {
        continue;
      }
      EntityType type = NameLabels.type(labels[token]);
      int end = token + 1;
      double score = decoder.confidence(emissions, at, labels, token, length);
      while (end < length && NameLabels.isInside(labels[end])) {
        score = Math.min(score, decoder.confidence(emissions, at, labels, end, length));
        end++;
      }
      names.add(new TokenName(first + token, first + end, type, score));
    }
  }
}
