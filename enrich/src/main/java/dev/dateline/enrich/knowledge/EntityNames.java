package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of an entity as a file lists them: the canonical ones, then those aliases that read
 * differently from all names before them.
 *
 * @param listed every name once, canonical ones first
 * @param users for each canonical name, in the order of the list, the languages that use it
 * @param searched the names under which somebody may find the entity: one for each reading
 * @param weak the names that are common words as well
 */
record EntityNames(
    List<String> listed, List<List<String>> users, List<Searched> searched, Set<String> weak) {

  private static final int MOST_WORDS = 12;

  /**
   * A name to be found in texts.
   *
   * @param key its {@link NameKeys} hash
   * @param first the hash of its first word
   */
  record Searched(String name, long key, long first, int words) {}

  static EntityNames of(EntityDraft entity, NameKeys keys) {
    TreeMap<String, List<String>> users = new TreeMap<>();
    Map<String, String> byReading = new LinkedHashMap<>();
    entity
        .names()
        .forEach(
            (language, name) -> {
              users.computeIfAbsent(name, key -> new ArrayList<>()).add(language);
              byReading.putIfAbsent(folded(name), name);
            });
    entity.aliases().forEach(name -> byReading.putIfAbsent(folded(name), name));
    entity.weak().forEach(name -> byReading.putIfAbsent(folded(name), name));
    List<Searched> searched = new ArrayList<>();
    LinkedHashSet<String> listed = new LinkedHashSet<>(users.keySet());
    for (String name : byReading.values()) {
      Searched read = read(name, keys);
      if (read.words() > 0 && read.words() <= MOST_WORDS) {
        searched.add(read);
        listed.add(name);
      }
    }
    return new EntityNames(
        List.copyOf(listed), List.copyOf(users.values()), searched, new HashSet<>(entity.weak()));
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder();
    Tokens tokens = Tokens.words(name);
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isSymbol(i)) {
        folded.append(NameKeys.folded(tokens.word(i))).append(' ');
      }
    }
    return folded.toString();
  }

  private static Searched read(String name, NameKeys keys) {
    Tokens tokens = Tokens.words(name);
    long key = NameKeys.START;
    long first = 0;
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isSymbol(i)) {
        continue;
      }
      long word = keys.word(name, tokens.start(i), tokens.end(i));
      key = NameKeys.append(key, word);
      first = words++ == 0 ? word : first;
    }
    return new Searched(name, key, first, words);
  }
}
