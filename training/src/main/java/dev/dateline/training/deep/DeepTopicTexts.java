package dev.dateline.training.deep;

import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.language.SibLanguages;
import dev.dateline.training.topic.Folds;
import dev.dateline.training.topic.TopicSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The texts that the head for topics learns from, and those that language means are taken of. */
final class DeepTopicTexts {

  /** About so many articles of a language; more of those that the encoder knows or reads as one. */
  private static final Map<String, Integer> MOST = Map.of("yor", 150, "pcm", 1000);

  private static final int FEW = 20;

  /** SIB-200 has the same sentences in each language: a third of them a language is enough. */
  private static final int PARTS = 6;

  private static final String EVERY_SENTENCE = "en";

  private static final String LANGUAGES =
      "bg en de ru fr sw ar cs el fi he hi hr hu id it ja ko nl fa pl pt ro es sr sv tr uk vi zh";

  /** Further languages that the encoder knows: a twelfth of the sentences makes a mean. */
  private static final String FURTHER_LANGUAGES =
      "af az be bn bs ca da et eu ga gl gu hy is ka kk kn ky lt lv mk ml mn mr ms my nb ne nn pa sk"
          + " sl sq ta te tg th tl tt ur uz cy yo";

  private static final int FURTHER_PARTS = 12;

  private static final Set<String> KNOWN = Set.of((LANGUAGES + ' ' + FURTHER_LANGUAGES).split(" "));

  private final List<TopicSample> samples = new ArrayList<>();
  private final SortedMap<String, List<String>> usual = new TreeMap<>();

  private DeepTopicTexts() {}

  /**
   * Reads them.
   *
   * @param data folder of the public sets
   * @param examples folder of the examples written here
   */
  static DeepTopicTexts read(Path data, Path examples) {
    DeepTopicTexts texts = new DeepTopicTexts();
    for (TopicExamples.Lead lead : TopicExamples.leads(examples)) {
      texts.samples.add(
          new TopicSample(
              TopicSet.LEADS, Folds.of(lead), lead.language(), lead.text(), lead.subject()));
    }
    texts.addSentences(Sib200.read(data, "train"));
    texts.addArticles(MasakhaNews.read(data, "train"));
    return texts;
  }

  private void addSentences(Map<String, List<Sib200.Sentence>> train) {
    int number = 0;
    for (String language : LANGUAGES.split(" ")) {
      int own = 1 + number++ % (PARTS - 1);
      addSentences(
          language,
          train,
          id -> id % PARTS == 0 || id % PARTS == own || language.equals(EVERY_SENTENCE));
    }
    for (String language : FURTHER_LANGUAGES.split(" ")) {
      int own = number++ % FURTHER_PARTS;
      addSentences(language, train, id -> id % FURTHER_PARTS == own);
    }
  }

  private void addSentences(
      String language, Map<String, List<Sib200.Sentence>> train, IntPredicate choice) {
    for (Sib200.Sentence sentence : train.get(SibLanguages.codeByTag().get(language))) {
      if (!choice.test(sentence.id())) {
        continue;
      }
      usual.computeIfAbsent(language, tag -> new ArrayList<>()).add(sentence.text());
      Subject subject = TopicSamples.SIB200.get(sentence.topic());
      if (subject != null) {
        samples.add(
            new TopicSample(
                TopicSet.SENTENCES, Folds.of(sentence), language, sentence.text(), subject));
      }
    }
  }

  private void addArticles(Map<String, List<MasakhaNews.Article>> train) {
    train.forEach(
        (code, articles) -> {
          int every = Math.max(1, articles.size() / MOST.getOrDefault(code, FEW));
          String language = new ULocale(code).getLanguage();
          for (int i = 0; i < articles.size(); i += every) {
            MasakhaNews.Article article = articles.get(i);
            Subject subject = TopicSamples.MASAKHANEWS.get(article.topic());
            String text = article.headline() + '\n' + article.text();
            samples.add(
                new TopicSample(TopicSet.ARTICLES, Folds.of(article), language, text, subject));
            usual.computeIfAbsent(language, tag -> new ArrayList<>()).add(text);
          }
        });
  }

  /** Whether the encoder has learnt a language. */
  static boolean isKnown(String language) {
    return KNOWN.contains(language);
  }

  List<TopicSample> samples() {
    return samples;
  }

  SortedMap<String, List<String>> usual() {
    return usual;
  }
}
