package dev.dateline.enrich.stage.link;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;

/** Tells the name tagger what the knowledge base has under the words of a text. */
public final class GazetteerFlags implements NameFlags {

  private static final int PLACE = 1;
  private static final int ORGANIZATION = 1 << 2;
  private static final int EVENT_OR_PRODUCT = 1 << 4;
  private static final int PERSON = 1 << 6;
  private static final int CONCEPT = 1 << 8;
  private static final int FAMOUS = 1 << 9;
  private static final int WEAK = 1 << 10;
  private static final int INFLECTED = 1 << 11;

  private static final int FAMOUS_PROMINENCE = 150;

  private final Gazetteer gazetteer;

  /** Flags of this gazetteer. */
  public GazetteerFlags(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public int[] of(Tokens tokens, LanguageGuess language) {
    return flags(tokens, gazetteer.find(tokens, language.tag()));
  }

  /** The flags of one text, whose known names are at hand. */
  static NameFlags of(List<KnownName> names) {
    return (tokens, language) -> flags(tokens, names);
  }

  private static int[] flags(Tokens tokens, List<KnownName> names) {
    int[] flags = new int[tokens.size()];
    for (KnownName name : names) {
      int bits = bits(name);
      for (int token = name.from(); token < name.to(); token++) {
        // The bit above a type's own says that the name goes on.
        int place = token == name.from() ? bits : bits | (bits & 0x55) << 1;
        flags[token] = place;
      }
      int glued = Math.min(2, name.start() - tokens.start(name.from()));
      flags[name.from()] |= glued << NameFlags.BITS;
    }
    return flags;
  }

  private static int bits(KnownName name) {
    int bits = 0;
    int prominence = 0;
    boolean weak = true;
    boolean exact = false;
    for (Candidate candidate : name.candidates()) {
      bits |= bit(candidate.type());
      prominence = Math.max(prominence, candidate.prominence());
      weak &= candidate.weak();
      exact |= candidate.exact();
    }
    bits |= prominence >= FAMOUS_PROMINENCE ? FAMOUS : 0;
    bits |= weak ? WEAK : 0;
    return exact ? bits : bits | INFLECTED;
  }

  private static int bit(EntityType type) {
    return switch (type) {
      case PLACE -> PLACE;
      case ORGANIZATION -> ORGANIZATION;
      case EVENT, PRODUCT -> EVENT_OR_PRODUCT;
      case PERSON -> PERSON;
      case CONCEPT -> CONCEPT;
    };
  }
}
