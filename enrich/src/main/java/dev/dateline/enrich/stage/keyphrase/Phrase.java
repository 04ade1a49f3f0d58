package dev.dateline.enrich.stage.keyphrase;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A phrase that may be a keyphrase: all that was seen of it. It notes places, and reads its forms
 * when it is asked.
 */
final class Phrase {

  private static final double IN_TITLE = 2;
  private static final double IN_LEAD = 1.3;
  private static final double ONE_WORD = 0.7;
  private static final double OWED_TO_LONGER = 0.8;

  private final int words;
  private final long first;
  private long @Nullable [] others;
  private int count = 1;
  private int countInLonger;
  private boolean inTitle;
  private boolean inLead;

  /**
   * A phrase that was seen for the first time.
   *
   * @param place where, as the caller writes it
   */
  Phrase(int words, long place, boolean title, boolean lead) {
    this.words = words;
    this.first = place;
    this.inTitle = title;
    this.inLead = lead;
  }

  /** Notes that the phrase was seen again. */
  void see(long place, boolean title, boolean lead) {
    if (others == null) {
      others = new long[4];
    } else if (others.length == count - 1) {
      others = Arrays.copyOf(others, 2 * others.length);
    }
    others[count - 1] = place;
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

  double score() {
    double length = words == 1 ? ONE_WORD : Math.log(words + 1.0) / Math.log(2);
    double free = count - OWED_TO_LONGER * countInLonger;
    return length * free * (inTitle ? IN_TITLE : 1) * (inLead ? IN_LEAD : 1);
  }

  /**
   * The most frequent form.
   *
   * @param reader reads the form at a place
   */
  String form(LongFunction<String> reader) {
    Map<String, Integer> forms = new HashMap<>();
    String form = reader.apply(first);
    forms.put(form, 1);
    for (int i = 0; others != null && i < count - 1; i++) {
      forms.merge(reader.apply(others[i]), 1, Integer::sum);
    }
    if (forms.size() == 1) {
      return form;
    }
    return forms.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }
}
