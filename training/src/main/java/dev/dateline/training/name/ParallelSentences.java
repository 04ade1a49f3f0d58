package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.KnownName;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.language.SibLanguages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Marks sentences of languages without gold by what the same sentences say in languages where
 * capitals show the names and spare the adjectives (annotation projection, Yarowsky and others,
 * 2001). A sentence without a capital there has no name anywhere; one whose capitals are all names
 * of the knowledge base has those names here. Any other sentence is left out.
 */
final class ParallelSentences {

  static final String SOURCE = "parallel";

  /** Romance and Slavic languages, and Swedish: they write nationalities, months and days small. */
  private static final List<String> PIVOTS =
      List.of("bg", "cs", "es", "fr", "it", "pl", "pt", "ro", "ru", "sv");

  /** Languages with capitals and without gold: what is not a name in spite of its capital. */
  private static final List<String> CASED =
      List.of(
          "de", "el", "en", "es", "fi", "fr", "hr", "hu", "id", "it", "lt", "mk", "nl", "pt", "ro",
          "sk", "sr", "sv", "sw", "tr", "vi");

  private static final List<String> CASELESS =
      List.of(
          "am", "ar", "bn", "fa", "he", "hi", "ja", "ka", "km", "ko", "lo", "mr", "my", "ne", "ta",
          "te", "th", "ur", "zh", "zh-Hant");

  /** Every so manieth sentence without a name is enough where every word is looked at. */
  private static final int NAMELESS_EVERY = 4;

  /** So many pivots may disagree: a translator may write a thing with a capital. */
  private static final int MOST_DISSENTERS = 2;

  private final Gazetteer gazetteer;
  private final Map<Integer, Map<String, String>> sentences = new HashMap<>();

  ParallelSentences(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The sentences of the training part of SIB-200 that can be marked; none where it is absent. */
  static List<MarkedText> read(Path data, Gazetteer gazetteer) {
    if (!PublicSet.SIB200.isIn(data)) {
      return List.of();
    }
    ParallelSentences parallel = new ParallelSentences(gazetteer);
    Map<String, List<Sib200.Sentence>> train = Sib200.read(data, "train");
    List<MarkedText> marked = new ArrayList<>();
    PIVOTS.forEach(pivot -> parallel.add(pivot, train.get(SibLanguages.codeByTag().get(pivot))));
    Map<Integer, Optional<Set<Integer>>> names = new HashMap<>();
    for (String target : CASED) {
      parallel.mark(target, train, names, 1, marked);
    }
    for (String target : CASELESS) {
      parallel.mark(target, train, names, NAMELESS_EVERY, marked);
    }
    return marked;
  }

  void add(String pivot, List<Sib200.Sentence> translations) {
    for (Sib200.Sentence sentence : translations) {
      sentences.computeIfAbsent(sentence.id(), id -> new HashMap<>()).put(pivot, sentence.text());
    }
  }

  private void mark(
      String target,
      Map<String, List<Sib200.Sentence>> train,
      Map<Integer, Optional<Set<Integer>>> names,
      int namelessEvery,
      List<MarkedText> marked) {
    for (Sib200.Sentence sentence : train.get(SibLanguages.codeByTag().get(target))) {
      Optional<Set<Integer>> entities = names.computeIfAbsent(sentence.id(), this::names);
      if (entities.isPresent()
          && (!entities.get().isEmpty() || sentence.id() % namelessEvery == 0)) {
        mark(target, sentence.text(), entities.get()).ifPresent(marked::add);
      }
    }
  }

  /** The entities that a sentence names, where the pivots agree on all of them. */
  Optional<Set<Integer>> names(int sentence) {
    Map<String, String> translations = sentences.getOrDefault(sentence, Map.of());
    Map<Integer, Integer> votes = new HashMap<>();
    List<Set<Integer>> explained = new ArrayList<>();
    translations.forEach(
        (pivot, text) -> {
          Tokens tokens = Tokens.of(text);
          List<KnownName> known = gazetteer.find(tokens, pivot);
          Set<Integer> entities = new HashSet<>();
          known.forEach(name -> entities.add(name.candidates().get(0).entity()));
          entities.forEach(entity -> votes.merge(entity, 1, Integer::sum));
          if (areExplained(tokens, known)) {
            explained.add(entities);
          }
        });
    if (translations.size() - explained.size() > MOST_DISSENTERS) {
      return Optional.empty();
    }
    votes.values().removeIf(count -> count < explained.size() - MOST_DISSENTERS);
    return Optional.of(votes.keySet());
  }

  /** Whether every capital inside the sentences belongs to a known name. */
  private static boolean areExplained(Tokens tokens, List<KnownName> known) {
    boolean[] covered = new boolean[tokens.size()];
    for (KnownName name : known) {
      for (int token = name.from(); token < name.to(); token++) {
        covered[token] = true;
      }
    }
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      boolean opens = true;
      for (int i = tokens.sentenceBegin(sentence); i < tokens.sentenceEnd(sentence); i++) {
        if (tokens.isSymbol(i)) {
          continue;
        }
        if (!opens && !covered[i] && tokens.isCapitalized(i)) {
          return false;
        }
        opens = false;
      }
    }
    return true;
  }

  Optional<MarkedText> mark(String language, String text, Set<Integer> entities) {
    List<MarkedName> names = new ArrayList<>();
    Set<Integer> missing = new HashSet<>(entities);
    for (KnownName name : gazetteer.find(Tokens.of(text), language)) {
      for (Candidate candidate : name.candidates()) {
        if (entities.contains(candidate.entity())) {
          EntityType type = candidate.type();
          names.add(new MarkedName(name.start(), name.end(), type));
          missing.remove(candidate.entity());
          break;
        }
      }
    }
    return missing.isEmpty()
        ? Optional.of(MarkedText.of(SOURCE, "", language, text, names))
        : Optional.empty();
  }
}
