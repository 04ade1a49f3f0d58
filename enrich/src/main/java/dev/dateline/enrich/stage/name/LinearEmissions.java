package dev.dateline.enrich.stage.name;

/**
 * What the features of a document's words say of their labels, by the weights that a linear tagger
 * has learnt. One object a document.
 */
public final class LinearEmissions implements LabelReader.Emissions {

  private final NameHead head;
  private final NameFeatures features;
  private final int[] sums = new int[NameLabels.COUNT];

  /**
   * The scores of a document's tokens.
   *
   * @param features read with the lists that the head was trained with
   */
  public LinearEmissions(NameHead head, NameFeatures features) {
    this.head = head;
    this.features = features;
  }

  @Override
  public void score(int token, float[] scores, int at) {
    head.sum(features, token, sums);
    for (int label = 0; label < NameLabels.COUNT; label++) {
      scores[at + label] = sums[label] * head.scale();
    }
  }
}
