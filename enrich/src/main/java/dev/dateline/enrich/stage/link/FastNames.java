package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.name.LinearNameRecognizer;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameUnion;
import dev.dateline.enrich.stage.name.PersonNames;

/**
 * The name tagger of the fast tier: the head that ships, with the lists that it was taught with.
 */
public final class FastNames {

  private FastNames() {}

  /** The tagger over the knowledge of a gazetteer. Load once: it is immutable and thread-safe. */
  public static LinearNameRecognizer over(Gazetteer gazetteer) {
    return new LinearNameRecognizer(LinearNameRecognizer.shippedHead(), lists(gazetteer));
  }

  /** What the tagger finds, and beside it what the knowledge base knows for sure. */
  public static NameRecognizer withKnown(Gazetteer gazetteer) {
    return withKnown(over(gazetteer), gazetteer);
  }

  /** The same with a tagger that is not the one that ships. */
  public static NameRecognizer withKnown(NameRecognizer tagger, Gazetteer gazetteer) {
    return new NameUnion(tagger, new GazetteerRecognizer(gazetteer));
  }

  /** The lists that a head is to be trained with. */
  public static NameFlags lists(Gazetteer gazetteer) {
    return new GazetteerFlags(gazetteer).and(PersonNames.load());
  }
}
