package dev.dateline.enrich.stage;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.Knowledge;
import java.util.List;

/**
 * The tagger for every article: linear models over words and a gazetteer, whole bodies, about a
 * thousand articles a second on one core.
 */
public final class FastTagger implements Tagger {

  /** The version of the linear name tagger, where it worked on an article. */
  static final StageVersion NAMES = new StageVersion("names", "fast-1");

  static final StageVersion TOPICS = new StageVersion("topics", "fast-1");

  private final SharedStages stages;

  FastTagger(SharedStages stages) {
    this.stages = stages;
  }

  /** The tagger with the models and the knowledge that ship with Dateline. */
  public static FastTagger load() {
    return over(Knowledge.load());
  }

  /** The tagger with the models that ship with Dateline, over this knowledge. */
  public static FastTagger over(Knowledge knowledge) {
    return new FastTagger(SharedStages.over(knowledge));
  }

  @Override
  public Tagger corrected(Corrections corrections) {
    return new FastTagger(stages.corrected(corrections));
  }

  @Override
  public Tags tag(Document document) {
    return tag(document, stages.language(document));
  }

  /** The tags of a document whose language is known. */
  Tags tag(Document document, LanguageGuess language) {
    ReadDocument read = ReadDocument.of(document, language);
    return stages.tags(
        read,
        stages.subjects(document, read.words()),
        stages.names(read.title(), language),
        stages.names(read.text(), language),
        List.of(NAMES, TOPICS));
  }
}
