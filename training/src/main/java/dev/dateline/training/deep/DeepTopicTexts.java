package dev.dateline.training.deep;

import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.language.SibLanguages;
import dev.dateline.training.topic.TopicSamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that the head for topics learns from, and those that language means are taken of. */
final class DeepTopicTexts {

  /** What a text counts: leads are few, sentences come in many languages. */
  private static final float LEAD = 2;

  private static final float SENTENCE = 0.5f;

  private static final float ARTICLE = 1;

  /** About so many articles of a language; more of those that the encoder knows or reads as one. */
  private static final Map<String, Integer> MOST = Map.of("yor", 150, "pcm", 150);

  private static final int FEW = 20;

  /** SIB-200 has the same sentences in each language: a third of them a language is enough. */
  private static final int PARTS = 6;

  private static final String EVERY_SENTENCE = "en";

  private static final String LANGUAGES =
      "bg en de ru fr sw ar cs el fi he hi hr hu id it ja ko nl fa pl pt ro es sr sv tr uk vi zh";

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
      texts.samples.add(new TopicSample(0, LEAD, lead.language(), lead.text(), lead.subject()));
    }
    texts.addSentences(Sib200.read(data, "train"));
    texts.addArticles(MasakhaNews.read(data, "train"));
    return texts;
  }

  private void addSentences(Map<String, List<Sib200.Sentence>> train) {
    int number = 0;
    for (String language : LANGUAGES.split(" ")) {
      for (Sib200.Sentence sentence : train.get(SibLanguages.codeByTag().get(language))) {
        int part = sentence.id() % PARTS;
        if (part != 0 && part != 1 + number % (PARTS - 1) && !language.equals(EVERY_SENTENCE)) {
          continue;
        }
        usual.computeIfAbsent(language, tag -> new ArrayList<>()).add(sentence.text());
        Subject subject = TopicSamples.SIB200.get(sentence.topic());
        if (subject != null) {
          samples.add(new TopicSample(1, SENTENCE, language, sentence.text(), subject));
        }
      }
      number++;
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
            samples.add(new TopicSample(2, ARTICLE, language, text, subject));
            usual.computeIfAbsent(language, tag -> new ArrayList<>()).add(text);
          }
        });
  }

  List<TopicSample> samples() {
    return samples;
  }

  SortedMap<String, List<String>> usual() {
    return usual;
  }
}
