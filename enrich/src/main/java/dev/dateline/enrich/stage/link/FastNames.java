package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.LinearNameRecognizer;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.name.NameUnion;
import dev.dateline.enrich.stage.name.PersonNames;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;

/**
 * The names of the fast tier: what the head that ships finds with the lists that it was taught
 * with, and beside it what the knowledge base knows for sure. Both read the known names of a text,
 * which are looked up once. Immutable and thread-safe.
 */
public final class FastNames implements NameRecognizer {

  private final Gazetteer gazetteer;
  private final GazetteerRecognizer knownNames;
  private final NameHead head;
  private final PersonNames persons;

  private FastNames(Gazetteer gazetteer, NameHead head, PersonNames persons) {
    this.gazetteer = gazetteer;
    this.knownNames = new GazetteerRecognizer(gazetteer);
    this.head = head;
    this.persons = persons;
  }

  /** Names over the knowledge of a gazetteer. Load once. */
  public static FastNames load(Gazetteer gazetteer) {
    return new FastNames(gazetteer, LinearNameRecognizer.shippedHead(), PersonNames.load());
  }

  /** The same models over other knowledge. */
  public FastNames with(Gazetteer other) {
    return new FastNames(other, head, persons);
  }

  /** What the linear tagger has learnt. */
  public NameHead head() {
    return head;
  }

  /** What the head that ships finds by itself. */
  public static LinearNameRecognizer over(Gazetteer gazetteer) {
    return new LinearNameRecognizer(LinearNameRecognizer.shippedHead(), lists(gazetteer));
  }

  /** What a tagger finds, and beside it what the knowledge base knows for sure. */
  public static NameRecognizer withKnown(NameRecognizer tagger, Gazetteer gazetteer) {
    GazetteerRecognizer known = new GazetteerRecognizer(gazetteer);
    return new NameUnion(
        tagger, (text, language) -> known.recognizeBeside(Tokens.of(text), language));
  }

  /** The lists that a head is to be trained with. */
  public static NameFlags lists(Gazetteer gazetteer) {
    return new GazetteerFlags(gazetteer).and(PersonNames.load());
  }

  @Override
  public List<NameSpan> recognize(String text, LanguageGuess language) {
    return recognize(Tokens.of(text), language);
  }

  /** The same for a text whose tokens are at hand. */
  public List<NameSpan> recognize(Tokens tokens, LanguageGuess language) {
    List<KnownName> known = gazetteer.find(tokens, language.tag());
    NameFlags lists = GazetteerFlags.of(known).and(persons);
    return NameUnion.of(
        new LinearNameRecognizer(head, lists).recognize(tokens, language),
        knownNames.recognizeBeside(tokens, known, language));
  }
}
