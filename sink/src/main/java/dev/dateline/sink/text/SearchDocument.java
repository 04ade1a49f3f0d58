package dev.dateline.sink.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects the words of an article into the text form of a tsvector. PostgreSQL's own parser is not
 * asked: what it takes for a word depends on the locale of the database, and it knows no words in
 * scripts without spaces.
 */
public final class SearchDocument {

  /** Weight of a word, as ts_rank knows it. */
  public enum Weight {
    A,
    B,
    C,
    D
  }

  /** The highest position that a tsvector holds. */
  private static final int LAST_POSITION = 16_383;

  /** Below the 1 MB that a tsvector may take, with room for three bytes a character. */
  private static final int MOST_CHARACTERS = 200_000;

  /** Positions that a tsvector keeps of one lexeme. */
  private static final int MOST_POSITIONS = 255;

  private static final int GAP = 8;

  private final Map<String, Places> places = new LinkedHashMap<>();
  private int position = 1;
  private int characters;

  private static final class Places {
    private final StringBuilder text = new StringBuilder();
    private int count;
  }

  /** Adds a field; phrases do not reach across fields. Words beyond the bounds are left out. */
  public SearchDocument add(String text, Weight weight) {
    for (Word word : Words.of(text, Math.max(0, LAST_POSITION - position))) {
      place(word.form(), weight);
    }
    position += GAP;
    return this;
  }

  private void place(String form, Weight weight) {
    int at = position++;
    Places known = places.get(form);
    if (known == null) {
      if (characters + form.length() > MOST_CHARACTERS) {
        return;
      }
      characters += form.length();
      known = new Places();
      places.put(form, known);
    }
    if (known.count++ < MOST_POSITIONS) {
      known.text.append(known.text.isEmpty() ? ':' : ',').append(at);
      if (weight != Weight.D) {
        known.text.append(weight);
      }
    }
  }

  /** The text form, to be cast to tsvector. */
  public String toVector() {
    StringBuilder out = new StringBuilder(characters * 2);
    places.forEach(
        (form, where) -> {
          if (!out.isEmpty()) {
            out.append(' ');
          }
          Lexemes.quote(out, form);
          out.append(where.text);
        });
    return out.toString();
  }
}
