package dev.dateline.enrich.stage.keyphrase;

import java.util.HashMap;
import java.util.Map;

/** A phrase that may be a keyphrase: all that was seen of it. */
final class Phrase {

  private static final double IN_TITLE = 2;
  private static final double IN_LEAD = 1.3;
  private static final double ONE_WORD = 0.7;
  private static final double OWED_TO_LONGER = 0.8;

  private final int words;
  private final Map<String, Integer> forms = new HashMap<>();
  private int count;
  private int countInLonger;
  private boolean inTitle;
  private boolean inLead;

  Phrase(int words) {
    this.words = words;
  }

  void see(String form, boolean title, boolean lead) {
    forms.merge(form, 1, Integer::sum);
    count++;
    inTitle |= title;
    inLead |= lead;
  }

  /** Notes that a longer phrase around this one stands so many times. */
  void isInside(Phrase longer) {
    if (longer.words > words) {
      countInLonger = Math.max(countInLonger, longer.count);
    }
  }

  int words() {
    return words;
  }

  boolean comesBack() {
    return count > 1;
  }

  double score() {
    double length = words == 1 ? ONE_WORD : Math.log(words + 1.0) / Math.log(2);
    double free = count - OWED_TO_LONGER * countInLonger;
    return length * free * (inTitle ? IN_TITLE : 1) * (inLead ? IN_LEAD : 1);
  }

  /** The most frequent form. */
  String form() {
    return forms.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }
}
