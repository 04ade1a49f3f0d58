package dev.dateline.training.linear;

import java.util.function.Supplier;

/**
 * Something to learn from.
 *
 * @param features hashes of its features; one that counts twice stands there twice
 * @param set which set it comes from, from 0; each has a bias of its own that the model leaves out,
 *     so that how often a label occurs in a set does not rub off on the weights
 * @param times how often it is seen in an epoch
 * @param targets share of each label, in the order of the trainer's labels; their sum is 1
 */
public record Sample(Supplier<int[]> features, int set, int times, float[] targets) {}
