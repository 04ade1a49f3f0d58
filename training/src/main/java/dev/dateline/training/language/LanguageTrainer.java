package dev.dateline.training.language;

import dev.dateline.enrich.stage.linear.SparseModel;
import dev.dateline.training.data.TopicExamples;
import dev.dateline.training.linear.SparseTrainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Trains the language model on the public sets and the examples written here. */
public final class LanguageTrainer {

  private static final int BITS = 17;
  private static final int KEPT_WEIGHTS = 400_000;
  private static final int STEPS = 127;
  private static final long SEED = 7;
  private static final int MOST_EXAMPLES = 80;
  private static final int ARTICLES = 300;
  private static final int ARTICLE_CHARACTERS = 400;

  private LanguageTrainer() {}

  /**
   * The model.
   *
   * @param data folder of the public sets
   * @param examples folder of the examples written here
   */
  public static SparseModel train(Path data, Path examples) {
    List<String> tags = SibLanguages.tags();
    var samples = new LanguageSamples(tags, SEED);
    samples.addSib200(data);
    samples.addMasakhaNews(data, ARTICLES, ARTICLE_CHARACTERS);
    Map<String, List<String>> leads =
        TopicExamples.leads(examples).stream()
            .collect(
                Collectors.groupingBy(
                    LanguageTrainer::tag,
                    TreeMap::new,
                    Collectors.mapping(TopicExamples.Lead::text, Collectors.toList())));
    leads.forEach((tag, texts) -> samples.add(tag, some(texts)));
    MarkedSentences.byLanguage(examples.resolve("names"))
        .forEach((tag, texts) -> samples.add(tag, some(texts)));
    var settings = new SparseTrainer.Settings(4, 0.5f, 0, 0, 0, 0, KEPT_WEIGHTS, STEPS, SEED);
    return new SparseTrainer(tags, BITS, settings).train(samples.samples());
  }

  /** So many that no language is believed in for being written of here more than others. */
  private static List<String> some(List<String> texts) {
    return texts.subList(0, Math.min(texts.size(), MOST_EXAMPLES));
  }

  /** Serbian is written in two scripts. */
  private static String tag(TopicExamples.Lead lead) {
    boolean latin =
        lead.text().chars().filter(c -> c >= 'a' && c <= 'z').count() > lead.text().length() / 2;
    return lead.language().equals("sr") && latin ? "sr-Latn" : lead.language();
  }
}
