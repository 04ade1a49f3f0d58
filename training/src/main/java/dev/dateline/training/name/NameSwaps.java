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
 * stands around names, not the names; and each round of training has copies of its own, lest it
 * learn by heart which names it has seen.
 */
public final class NameSwaps {

  /** Swaps for a training without written sentences. */
  public static final NameSwaps NONE = new NameSwaps(List.of(), 0);

  /** Copies of a sentence in each round. */
  private static final int COPIES = 6;

  /** Languages in which a place reads the same wherever it stands in a sentence. */
  private static final Set<String> UNINFLECTED =
      Set.of(
          "ar", "bg", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pt",
          "ro", "sv", "sw", "th", "vi", "zh");

  private static final int MOST_KNOWN = 3_000;
  private static final double KEEP = 0.25;

  private final Map<String, List<String>> pools = new HashMap<>();
  private final List<MarkedText> sentences;
  private final long seed;

  private NameSwaps(List<MarkedText> sentences, long seed) {
    this.sentences = sentences;
    this.seed = seed;
  }

  /** Swaps among those of the texts that were written here and are not held back. */
  public static NameSwaps of(List<MarkedText> texts, Knowledge knowledge, long seed) {
    List<MarkedText> sentences =
        texts.stream()
            .filter(NameCorpus::isWritten)
            .filter(t -> !NameCorpus.isHeldBack(t))
            .toList();
    NameSwaps swaps = new NameSwaps(sentences, seed);
    Set<String> languages = new TreeSet<>();
    for (MarkedText sentence : sentences) {
      languages.add(sentence.language());
      for (MarkedName name : sentence.names()) {
        swaps
            .pool(sentence.language(), name.type())
            .add(sentence.text().substring(name.start(), name.end()));
      }
    }
    languages.retainAll(UNINFLECTED);
    languages.forEach(language -> swaps.addKnown(knowledge, language));
    return swaps;
  }

  /** The copies of all the sentences for a round of training, the same for the same number. */
  public List<MarkedText> round(int number) {
    Random random = new Random(seed + number);
    List<MarkedText> swapped = new ArrayList<>(COPIES * sentences.size());
    for (int copy = 0; copy < COPIES; copy++) {
      sentences.forEach(sentence -> swapped.add(swap(sentence, random)));
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

  private MarkedText swap(MarkedText sentence, Random random) {
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
