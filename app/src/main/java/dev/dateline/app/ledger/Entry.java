package dev.dateline.app.ledger;

import dev.dateline.runtime.ledger.Counts;

/**
 * What became of the articles of one source in one stage.
 *
 * @param source id of the source; empty for records that name none, which nobody of Dateline sent
 * @param offered what the stage before handed on, or what came where there is none before
 * @param inFlight what was handed on and not taken yet
 */
public record Entry(String source, Stage stage, long offered, Counts counts, long inFlight) {

  /**
   * What was handed on and is nowhere: 0 at rest. While articles move it may be off, since the
   * counts of the stages are not read at one moment.
   */
  public long difference() {
    // what was taken twice (a table filled anew, a log read again) was handed on once
    long twice = stage == Stage.SINK ? counts.duplicate() : 0;
    return offered - inFlight - (counts.outcomes() - twice);
  }
}
