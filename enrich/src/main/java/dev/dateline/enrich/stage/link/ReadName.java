package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A name of the knowledge base, taken apart as it is compared with a text.
 *
 * @param entity number of the entity that bears it
 * @param prominence of the entity, 0 to 255
 * @param weak whether the name is a common word as well
 * @param opening what {@link NameKeys#opening} says of it
 */
record ReadName(
    String name,
    int entity,
    EntityType type,
    int prominence,
    boolean weak,
    char opening,
    List<Word> words) {

  /** A longer name in capitals is no acronym. */
  private static final int LONGEST_ACRONYM = 5;

  ReadName {
    words = List.copyOf(words);
  }

  /**
   * A word of a name.
   *
   * @param folded as {@link NameKeys#folded(String)} has it
   * @param isBehindComma whether a comma stands between it and the word before
   */
  record Word(String folded, boolean isBehindComma, boolean isCapitalized, boolean isAcronym) {}

  static ReadName of(String name, int entity, EntityType type, int prominence, boolean weak) {
    Tokens tokens = Tokens.words(name);
    List<Word> words = new ArrayList<>();
    boolean comma = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isSymbol(i)) {
        comma |= tokens.first(i) == ',';
        continue;
      }
      int length = tokens.end(i) - tokens.start(i);
      boolean acronym = length > 1 && length <= LONGEST_ACRONYM && tokens.isAllCapitals(i);
      words.add(new Word(NameKeys.folded(tokens.word(i)), comma, tokens.isCapitalized(i), acronym));
      comma = false;
    }
    return new ReadName(name, entity, type, prominence, weak, NameKeys.opening(name), words);
  }
}
