package dev.dateline.app.deadletter;

import dev.dateline.app.deadletter.RedriveSender.Redriven;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings what failed to where it is tried again, and ends the letters of what arrived. */
final class Delivery {

  private static final String NO_DATABASE =
      "its row belongs into the database. Name that with sink.jdbc-url";

  private final RedriveSender sender;
  private final Optional<RowStore> rows;

  /**
   * @param rows empty where no database is known
   */
  Delivery(RedriveSender sender, Optional<RowStore> rows) {
    this.sender = sender;
    this.rows = rows;
  }

  /** Whether the letter is of a row, and not of an observation. */
  static boolean isRow(DeadLetter letter) {
    return Topics.ENRICHED.name().equals(letter.getTopic());
  }

  /** Delivers letters that are all of rows, or all of observations; of each what became of it. */
  List<Outcome> deliver(List<Redriven> batch) {
    if (isRow(batch.get(0).letter())) {
      return rows.map(store -> rows(batch, store)).orElseGet(() -> left(batch));
    }
    sender.send(batch);
    return batch.stream().map(redriven -> Outcome.redriven(redriven.waiting())).toList();
  }

  /** Rows first: a letter that waits still is stored again and found to be there. */
  private List<Outcome> rows(List<Redriven> batch, RowStore store) {
    List<Optional<String>> refusals = store.store(batch.stream().map(Redriven::letter).toList());
    List<Waiting> done = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Waiting letter = batch.get(i).waiting();
      if (refusals.get(i).isPresent()) {
        outcomes.add(Outcome.left(letter, refusals.get(i).get()));
      } else {
        done.add(letter);
        outcomes.add(Outcome.redriven(letter));
      }
    }
    if (!done.isEmpty()) {
      sender.done(done);
    }
    return outcomes;
  }

  private static List<Outcome> left(List<Redriven> batch) {
    return batch.stream().map(redriven -> Outcome.left(redriven.waiting(), NO_DATABASE)).toList();
  }
}
