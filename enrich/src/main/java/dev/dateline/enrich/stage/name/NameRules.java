package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document as a whole says about its names, and where names cannot begin or end. */
final class NameRules {

  /** Marks that part things named one by one; no name reaches across them. */
  private static final String SEPARATORS = ",;،؛，；、";

  /** With a space on either side they part what stands before from what stands behind. */
  private static final String DASHES = "-\u2010\u2012\u2013\u2014\u2015";

  /** A longer one is a sentence: tokens, where each sign is one and where words are. */
  private static final int MOST_SIGNS = 24;

  private static final int MOST_WORDS = 14;

  private NameRules() {}

  static List<NameSpan> apply(
      Tokens tokens, NameFeatures features, CalendarWords calendar, List<TokenName> names) {
    List<TokenName> stripped = new ArrayList<>(names.size());
    for (TokenName name : names) {
      TokenName inner = strip(tokens, name);
      if (inner != null) {
        stripped.add(inner);
      }
    }
    Map<String, Map<EntityType, Double>> votes = votes(tokens, stripped);
    List<NameSpan> spans = new ArrayList<>(stripped.size());
    for (TokenName name : stripped) {
      EntityType type = majority(votes.getOrDefault(form(tokens, name), Map.of()), name.type());
      int start = GluedWords.start(tokens, name.begin(), features.flags(name.begin()));
      int end = GluedWords.end(tokens, name.end() - 1);
      TextSpan span = TextSpan.of(tokens.text(), start, end);
      if (type == EntityType.PERSON || !calendar.contains(span.text())) {
        spans.add(new NameSpan(span, type, name.score()));
      }
    }
    return spans;
  }

  /** The name up to a separator, without punctuation at its edges; null where none is left. */
  private static @Nullable TokenName strip(Tokens tokens, TokenName name) {
    int begin = name.begin();
    while (begin < name.end() && tokens.isSymbol(begin)) {
      begin++;
    }
    int end = begin;
    while (end < name.end() && !isSeparator(tokens, end)) {
      end++;
    }
    while (begin < end && tokens.isSymbol(end - 1)) {
      end--;
    }
    int most = tokens.end(name.begin()) - tokens.start(name.begin()) == 1 ? MOST_SIGNS : MOST_WORDS;
    return begin == end || end - begin > most
        ? null
        : new TokenName(begin, end, name.type(), name.score());
  }

  private static boolean isSeparator(Tokens tokens, int token) {
    if (!tokens.isSymbol(token)) {
      return false;
    }
    char c = tokens.first(token);
    boolean spaced =
        !tokens.isGlued(token) && token + 1 < tokens.size() && !tokens.isGlued(token + 1);
    return SEPARATORS.indexOf(c) >= 0 || spaced && DASHES.indexOf(c) >= 0;
  }

  private static Map<String, Map<EntityType, Double>> votes(Tokens tokens, List<TokenName> names) {
    Map<String, Map<EntityType, Double>> votes = new HashMap<>();
    for (TokenName name : names) {
      votes
          .computeIfAbsent(form(tokens, name), form -> new EnumMap<>(EntityType.class))
          .merge(name.type(), name.score(), Double::sum);
    }
    return votes;
  }

  private static EntityType majority(Map<EntityType, Double> votes, EntityType own) {
    EntityType best = own;
    for (Map.Entry<EntityType, Double> vote : votes.entrySet()) {
      if (vote.getValue() > votes.getOrDefault(best, 0.0)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  private static String form(Tokens tokens, TokenName name) {
    return tokens
        .text()
        .substring(tokens.start(name.begin()), tokens.end(name.end() - 1))
        .toLowerCase(Locale.ROOT);
  }
}
