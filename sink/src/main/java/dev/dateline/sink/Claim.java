package dev.dateline.sink;

import java.util.OptionalLong;

/**
 * The right to store a partition, until somebody claims it anew.
 *
 * @param partition what is claimed
 * @param epoch number of the claim; a later claim has a higher one and voids this
 * @param nextOffset the first offset that is not stored; empty where nothing was ever stored
 */
public record Claim(SinkPartition partition, long epoch, OptionalLong nextOffset) {

  /** The same claim after everything before an offset was stored. */
  public Claim advancedTo(long offset) {
    return new Claim(partition, epoch, OptionalLong.of(offset));
  }
}
