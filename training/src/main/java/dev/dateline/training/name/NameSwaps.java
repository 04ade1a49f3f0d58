package dev.dateline.training.name;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Copies written sentences with other names in them: of the sentences of the same language, and,
 * where the language does not inflect names, of the knowledge base. So a few sentences teach what
 * stands around names, not the names.
 */
final class NameSwaps {

  /** Languages in which a place reads the same wherever it stands in a sentence. */
  private static final Set<String> UNINFLECTED =
      Set.of(
          "ar", "bg", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pt",
          "ro", "sv", "sw", "th", "vi", "zh");

  private static final int MOST_KNOWN = 3_000;
  private static final double KEEP = 0.25;

  private final Map<String, List<String>> pools = new HashMap<>();
  private final Random random;

  private NameSwaps(List<MarkedText> sentences, Knowledge knowledge, long seed) {
    this.random = new Random(seed);
    Set<String> languages = new TreeSet<>();
    for (MarkedText sentence : sentences) {
      languages.add(sentence.language());
      for (MarkedName name : sentence.names()) {
        pool(sentence.language(), name.type())
            .add(sentence.text().substring(name.start(), name.end()));
      }
    }
    languages.retainAll(UNINFLECTED);
    languages.forEach(language -> addKnown(knowledge, language));
  }

  /** Copies of all the sentences, the given number of each. */
  static List<MarkedText> copies(
      List<MarkedText> sentences, Knowledge knowledge, int copies, long seed) {
    NameSwaps swaps = new NameSwaps(sentences, knowledge, seed);
    List<MarkedText> swapped = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      sentences.forEach(sentence -> swapped.add(swaps.swap(sentence)));
    }
    return swapped;
  }

  private void addKnown(Knowledge knowledge, String language) {
    for (EntityType type : List.of(EntityType.PLACE, EntityType.ORGANIZATION)) {
      List<Integer> entities = new ArrayList<>();
      for (int entity = 0; entity < knowledge.entityCount(); entity++) {
        if (knowledge.type(entity) == type && knowledge.name(entity, language) != null) {
          entities.add(entity);
        }
      }
      entities.sort(Comparator.comparing((Integer e) -> -knowledge.prominence(e)));
      for (int entity : entities.subList(0, Math.min(MOST_KNOWN, entities.size()))) {
        String name = knowledge.name(entity, language);
        if (name != null) {
          pool(language, type).add(name);
        }
      }
    }
  }

  private List<String> pool(String language, EntityType type) {
    return pools.computeIfAbsent(language + '/' + type, unseen -> new ArrayList<>());
  }

  private MarkedText swap(MarkedText sentence) {
    StringBuilder text = new StringBuilder();
    List<MarkedName> names = new ArrayList<>();
    int position = 0;
    for (MarkedName name : sentence.names()) {
      text.append(sentence.text(), position, name.start());
      int start = text.length();
      List<String> pool = pool(sentence.language(), name.type());
      boolean kept = random.nextDouble() < KEEP;
      String other = pool.get(random.nextInt(pool.size()));
      text.append(kept ? sentence.text().substring(name.start(), name.end()) : other);
      names.add(new MarkedName(start, text.length(), name.type()));
      position = name.end();
    }
    text.append(sentence.text().substring(position));
    return MarkedText.of(
        NameCorpus.SWAPPED, sentence.group(), sentence.language(), text.toString(), names);
  }
}
