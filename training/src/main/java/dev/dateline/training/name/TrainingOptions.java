package dev.dateline.training.name;

/**
 * How the tagger learns.
 *
 * @param epochs rounds over the examples
 * @param rate step width of AdaGrad
 * @param dropout share of features that a token loses in each round
 * @param fewest occurrences below which a feature is not learnt
 * @param features most features that the head keeps
 * @param seed of all chance
 */
public record TrainingOptions(
    int epochs, float rate, float dropout, int fewest, int features, long seed) {

  /** What the shipped head is trained with. */
  public static final TrainingOptions SHIPPED =
      new TrainingOptions(12, 0.1f, 0.75f, 2, 322_000, 17);
}
