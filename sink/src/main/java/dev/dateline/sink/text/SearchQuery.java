package dev.dateline.sink.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A query as people type it, turned into the text form of a tsquery. The language is that of
 * PostgreSQL's {@code websearch_to_tsquery}: words are all wanted, "quotes" keep their order,
 * {@code -} excludes, {@code or} stands between alternatives; and {@code word*} finds beginnings.
 * Whatever is typed is a query; nothing throws.
 */
public final class SearchQuery {

  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_WORDS = 64;

  private final String text;
  private final Set<String> wanted;
  private final Set<String> beginnings;

  private SearchQuery(String text, Set<String> wanted, Set<String> beginnings) {
    this.text = text;
    this.wanted = Set.copyOf(wanted);
    this.beginnings = Set.copyOf(beginnings);
  }

  /** Reads what somebody typed; what follows after 1,000 characters or 64 words is left out. */
  public static SearchQuery parse(String typed) {
    String text = typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS));
    Set<String> wanted = new HashSet<>();
    Set<String> beginnings = new HashSet<>();
    StringBuilder alternatives = new StringBuilder();
    List<String> clauses = new ArrayList<>();
    int words = 0;
    for (QueryTerm term : QueryTerm.split(text)) {
      if (term.isAlternative()) {
        close(alternatives, clauses);
        continue;
      }
      List<Word> found = Words.of(term.text(), MOST_WORDS - words);
      if (found.isEmpty()) {
        continue;
      }
      words += found.size();
      clauses.add(clause(term, found));
      if (!term.excluded()) {
        found.forEach(word -> wanted.add(word.form()));
        if (term.beginning()) {
          beginnings.add(found.get(found.size() - 1).form());
        }
      }
    }
    close(alternatives, clauses);
    return new SearchQuery(alternatives.toString(), wanted, beginnings);
  }

  private static void close(StringBuilder alternatives, List<String> clauses) {
    if (clauses.isEmpty()) {
      return;
    }
    if (!alternatives.isEmpty()) {
      alternatives.append(" | ");
    }
    alternatives.append(String.join(" & ", clauses));
    clauses.clear();
  }

  private static String clause(QueryTerm term, List<Word> words) {
    StringBuilder out = new StringBuilder();
    out.append(term.excluded() ? "!(" : "(");
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        out.append(" <-> ");
      }
      Lexemes.quote(out, words.get(i).form());
    }
    return out.append(term.beginning() ? ":*)" : ")").toString();
  }

  /** Whether there is no word in it. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The text form, to be cast to tsquery; empty where {@link #isEmpty}. */
  public String toTsQuery() {
    return text;
  }

  boolean wants(String form) {
    return wanted.contains(form) || beginnings.stream().anyMatch(form::startsWith);
  }
}
