package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Chooses among the {@link BaseFormOptions} of each word of a name: a linear model whose weights
 * are small integers. Immutable.
 */
public final class BaseFormModel {

  private static final String RESOURCE = "base-forms.bin";

  /** A weight of 1 as it is stored. */
  public static final int UNIT = 16;

  private final byte[] weights;

  private BaseFormModel(byte[] weights) {
    if (weights.length != BaseFormOptions.FEATURES) {
      throw new IllegalArgumentException("Weights for base forms have the wrong size");
    }
    this.weights = weights;
  }

  /** A model with these weights, each times {@link #UNIT}, one a feature. */
  public static BaseFormModel of(byte[] weights) {
    return new BaseFormModel(weights.clone());
  }

  /** The model that ships with Dateline. */
  public static BaseFormModel load() {
    try (InputStream in = BaseFormModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return new BaseFormModel(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The base form of a name.
   *
   * @param documentWords words of names of the document, in lower case
   */
  public String base(
      String name, EntityType type, Set<String> documentWords, BaseFormOptions options) {
    if (!options.areAny()) {
      return name;
    }
    Tokens tokens = Tokens.words(name);
    StringBuilder base = new StringBuilder(name.length() + 4);
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      base.append(name, from, tokens.start(i));
      from = tokens.end(i);
      base.append(
          tokens.isWord(i)
              ? best(options.of(tokens, i, type, documentWords))
              : name.substring(tokens.start(i), from));
    }
    return base.append(name, from, name.length()).toString();
  }

  private String best(List<BaseFormOptions.Option> options) {
    BaseFormOptions.Option best = options.get(0);
    int bestWeight = Integer.MIN_VALUE;
    for (BaseFormOptions.Option option : options) {
      int weight = 0;
      for (int feature : option.features()) {
        weight += weights[feature];
      }
      if (weight > bestWeight) {
        bestWeight = weight;
        best = option;
      }
    }
    return best.word();
  }
}
