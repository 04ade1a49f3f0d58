package dev.dateline.app.service;

import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.EnrichSettings;

/** Makes the configured tagger. */
public final class Taggers {

  private Taggers() {}

  /** The tagger that the settings ask for; loads its models, which takes a moment. */
  public static Tagger load(EnrichSettings settings) {
    return FastTagger.load();
  }
}
