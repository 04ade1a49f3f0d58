package dev.dateline.app.service;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.DeepTagger;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import java.util.function.Consumer;

/** Makes the configured tagger. */
public final class Taggers {

  /** More threads for one document gain little. */
  private static final int MOST_THREADS = 4;

  private Taggers() {}

  /**
   * The tagger that the settings ask for; loads its models, which takes a moment. It lives as long
   * as the process.
   *
   * @param knowledge what names and places are looked up in
   * @param says hears which one it is, where that is not the fast one
   * @throws dev.dateline.runtime.UserException where the deep tagger is asked for, or its model is
   *     there, and the model cannot be used
   */
  public static Tagger load(EnrichSettings settings, Knowledge knowledge, Consumer<String> says) {
    boolean deep =
        settings.tagger() == TaggerChoice.DEEP
            || settings.tagger() == TaggerChoice.AUTO && DeepTagger.isIn(settings.modelDirectory());
    if (!deep) {
      return FastTagger.over(knowledge);
    }
    says.accept("tagging with the deep tagger and the model in " + settings.modelDirectory());
    int share = Runtime.getRuntime().availableProcessors() / settings.threads();
    return DeepTagger.load(
        settings.modelDirectory(), Math.min(MOST_THREADS, Math.max(1, share)), knowledge);
  }
}
