package dev.dateline.sink.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of an article that shows why it was found.
 *
 * @param text the stretch on one line, with an ellipsis where it is cut
 * @param highlights the words that were looked for, in order
 */
public record Snippet(String text, List<Highlight> highlights) {

  /**
   * A word to highlight.
   *
   * @param start first UTF-16 code unit in the snippet
   * @param end one past the last UTF-16 code unit
   */
  public record Highlight(int start, int end) {}

  private static final int WIDTH = 200;
  private static final int LEAD = 60;
  private static final int MOST_WORDS = 20_000;

  public Snippet {
    highlights = List.copyOf(highlights);
  }

  /** The stretch of the text with the most words of the query; its beginning where it has none. */
  public static Snippet of(String text, SearchQuery query) {
    List<Word> hits =
        Words.of(text, MOST_WORDS).stream().filter(word -> query.wants(word.form())).toList();
    int start = hits.isEmpty() ? 0 : boundary(text, densest(hits) - LEAD);
    int end = boundary(text, Math.min(text.length(), start + WIDTH));
    String head = start > 0 ? "…" : "";
    String tail = end < text.length() ? "…" : "";
    List<Highlight> highlights = new ArrayList<>();
    for (Word hit : hits) {
      if (hit.start() >= start && hit.end() <= end) {
        int shift = head.length() - start;
        highlights.add(new Highlight(hit.start() + shift, hit.end() + shift));
      }
    }
    return new Snippet(oneLine(head + text.substring(start, end) + tail), highlights);
  }

  /** Start of the hit after which most hits fit into the width; the first of them. */
  private static int densest(List<Word> hits) {
    int best = 0;
    int most = 0;
    int last = 0;
    for (int first = 0; first < hits.size(); first++) {
      while (last < hits.size() && hits.get(last).end() <= hits.get(first).start() + WIDTH - LEAD) {
        last++;
      }
      if (last - first > most) {
        most = last - first;
        best = first;
      }
    }
    return hits.get(best).start();
  }

  /** The last word boundary at or before an index, unless the word is endless. */
  private static int boundary(String text, int index) {
    if (index <= 0 || index >= text.length()) {
      return Math.max(0, Math.min(index, text.length()));
    }
    int from = Math.max(0, index - WIDTH);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    int to = Math.min(text.length(), index + WIDTH);
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(text.substring(from, to));
    return words.isBoundary(index - from)
        ? index
        : from + Math.max(0, words.preceding(index - from));
  }

  /** Same length, so that highlights stay where they are. */
  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (Character.isISOControl(out.charAt(i))) {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }
}
