package dev.dateline.training.topic;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.linear.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What the topic model is trained on. */
public final class TopicSamples {

  /** The topics of SIB-200 as subjects; geography has no counterpart. */
  public static final Map<String, Subject> SIB200 =
      Map.of(
          "science/technology", Subject.SCIENCE,
          "travel", Subject.LIFESTYLE,
          "politics", Subject.POLITICS,
          "sports", Subject.SPORT,
          "health", Subject.HEALTH,
          "entertainment", Subject.ARTS);

  /** The topics of MasakhaNEWS as subjects. */
  public static final Map<String, Subject> MASAKHANEWS =
      Map.of(
          "business", Subject.ECONOMY,
          "entertainment", Subject.ARTS,
          "health", Subject.HEALTH,
          "politics", Subject.POLITICS,
          "religion", Subject.RELIGION,
          "sports", Subject.SPORT,
          "technology", Subject.SCIENCE);

  /** The labels of the model, in order. */
  public static final List<String> LABELS =
      Arrays.stream(Subject.values()).map(Subject::slug).toList();

  /** How often a lead is seen in an epoch: there are few of them. */
  private static final int LEAD_TIMES = 24;

  private static final int WORD_TIMES = 6;

  /** Share of a word's or a lead's target that is spread over all subjects. */
  private static final float OTHERS = 0.1f;

  /** Share of a sentence's target that its further subjects take. */
  private static final float FURTHER = 0.5f;

  private final List<Sample> samples = new ArrayList<>();
  private final IntPredicate folds;

  /**
   * No samples yet.
   *
   * @param folds the {@link Folds} whose texts are taken
   */
  public TopicSamples(IntPredicate folds) {
    this.folds = folds;
  }

  /** The samples so far. */
  public List<Sample> samples() {
    return samples;
  }

  /** Adds leads. */
  public void addLeads(List<TopicExamples.Lead> leads) {
    for (TopicExamples.Lead lead : leads) {
      if (folds.test(Folds.of(lead))) {
        add(1, LEAD_TIMES, "", lead.text(), mostly(lead.subject()));
      }
    }
  }

  /** Adds words, each as a text of its own. */
  public void addWords(List<TopicExamples.Words> lists) {
    for (TopicExamples.Words list : lists) {
      for (String word : list.words()) {
        add(4, WORD_TIMES, "", word, mostly(list.subject()));
      }
    }
  }

  /** Adds the sentences of SIB-200 in some languages, by the set's own codes. */
  public void addSib200(
      Map<String, List<Sib200.Sentence>> train,
      Collection<String> codes,
      Map<Integer, List<Subject>> further) {
    for (String code : codes) {
      for (Sib200.Sentence sentence : train.get(code)) {
        float[] targets = targets(SIB200.get(sentence.topic()), further.get(sentence.id()));
        if (targets.length > 0 && folds.test(Folds.of(sentence))) {
          add(2, 1, "", sentence.text(), targets);
        }
      }
    }
  }

  /** Adds the articles of MasakhaNEWS. */
  public void addMasakhaNews(Path data) {
    MasakhaNews.read(data, "train").values().stream()
        .flatMap(List::stream)
        .filter(article -> folds.test(Folds.of(article)))
        .forEach(
            article ->
                add(
                    3,
                    1,
                    article.headline(),
                    article.text(),
                    only(MASAKHANEWS.get(article.topic()))));
  }

  private static float[] targets(@Nullable Subject main, @Nullable List<Subject> further) {
    if (further == null) {
      return main == null ? new float[0] : only(main);
    }
    float[] targets = new float[LABELS.size()];
    if (main != null) {
      targets[main.ordinal()] = 1 - FURTHER;
    }
    for (Subject subject : further) {
      targets[subject.ordinal()] += (main == null ? 1 : FURTHER) / further.size();
    }
    return targets;
  }

  private static float[] only(Subject subject) {
    float[] targets = new float[LABELS.size()];
    targets[subject.ordinal()] = 1;
    return targets;
  }

  /** A word or a lead may be of other subjects too. */
  private static float[] mostly(Subject subject) {
    float[] targets = only(subject);
    for (int i = 0; i < targets.length; i++) {
      targets[i] = targets[i] * (1 - OTHERS) + OTHERS / targets.length;
    }
    return targets;
  }

  private void add(int set, int times, String title, String text, float[] targets) {
    int[] features = TopicClassifier.features(title, text);
    samples.add(new Sample(() -> features, set, times, targets));
  }
}
