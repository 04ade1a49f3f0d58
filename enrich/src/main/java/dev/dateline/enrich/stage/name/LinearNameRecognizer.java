package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear tagger: sums the weights of each token's features and takes the best sequence of labels
 * (a linear-chain conditional random field, Lafferty and others, 2001). What it finds goes through
 * {@link NameRules}.
 */
public final class LinearNameRecognizer implements NameRecognizer {

  private static final String RESOURCE = "/dev/dateline/enrich/name/names.head";

  /** So many tokens share evidence; what a longer text needs stays bounded. */
  private static final int LONGEST_CHUNK = 1 << 16;

  private static final float SHARE = 0.7f;

  /**
   * What a word without case loses as no name. Where so much is unknown the probability from which
   * a name raises F1 is half the best F1 (Lipton and others, 2014), a third here, not a half.
   */
  private static final float CASELESS_SHIFT = 0.7f;

  private final NameHead head;
  private final NameFlags lists;

  /** A tagger with a head that was trained with the same lists. */
  public LinearNameRecognizer(NameHead head, NameFlags lists) {
    this.head = head;
    this.lists = lists;
  }

  /** The head that ships with Dateline. */
  public static NameHead shippedHead() {
    try (InputStream resource = LinearNameRecognizer.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return NameHead.read(new BufferedInputStream(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<NameSpan> recognize(String text, LanguageGuess language) {
    return recognize(Tokens.of(text), language);
  }

  /** The names among tokens that are there already. */
  public List<NameSpan> recognize(Tokens tokens, LanguageGuess language) {
    NameFeatures features = NameFeatures.of(tokens, language, lists);
    NameDecoder decoder = new NameDecoder(head);
    List<TokenName> names = new ArrayList<>();
    int chunk = Math.min(tokens.size(), LONGEST_CHUNK);
    float[] emissions = new float[chunk * NameLabels.COUNT];
    for (int from = 0; from < tokens.size(); from += LONGEST_CHUNK) {
      int to = Math.min(tokens.size(), from + LONGEST_CHUNK);
      emissions(features, from, to, emissions);
      SharedEvidence.spread(features, from, to, emissions, SHARE);
      decode(tokens, features, decoder, emissions, from, to, names);
    }
    return NameRules.apply(tokens, features, CalendarWords.of(language.tag()), names);
  }

  private void emissions(NameFeatures features, int from, int to, float[] emissions) {
    int[] sums = new int[NameLabels.COUNT];
    for (int token = from; token < to; token++) {
      if (!features.isOpen(token)) {
        continue;
      }
      int count = features.fill(token);
      head.sum(features.buffer(), count, sums);
      for (int label = 0; label < NameLabels.COUNT; label++) {
        emissions[(token - from) * NameLabels.COUNT + label] = sums[label] * head.scale();
      }
      if (features.isCaseless(token)) {
        emissions[(token - from) * NameLabels.COUNT + NameLabels.OUTSIDE] -= CASELESS_SHIFT;
      }
    }
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
