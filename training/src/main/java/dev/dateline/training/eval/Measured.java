package dev.dateline.training.eval;

import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param heading of its section on the page
 * @param body the section in Markdown
 * @param figures shares of 1 by goal; a goal whose set is absent is missing
 */
public record Measured(String heading, String body, Map<Goal, Double> figures) {

  public Measured {
    figures = Map.copyOf(figures);
  }
}
