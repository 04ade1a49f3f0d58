package dev.dateline.training.eval;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.KnownName;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * The baseline: names of the knowledge base to the letter, longest first, each for its most
 * prominent entity. No endings, no context.
 */
final class ExactGazetteer implements NameRecognizer {

  /** A language without rules of inflection. */
  private static final String NO_LANGUAGE = LanguageGuess.UNDETERMINED.tag();

  private final Gazetteer gazetteer;

  ExactGazetteer(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<NameSpan> recognize(String text, LanguageGuess language) {
    return gazetteer.find(Tokens.of(text), NO_LANGUAGE).stream()
        .filter(name -> name.candidates().get(0).exact())
        .map(
            name ->
                new NameSpan(
                    TextSpan.of(text, name.start(), name.end()),
                    name.candidates().get(0).type(),
                    1))
        .toList();
  }

  /** Id of the most prominent entity of a type that has exactly this name. */
  Optional<String> id(String name, EntityType type) {
    return gazetteer.candidates(name, NO_LANGUAGE).stream()
        .filter(candidate -> candidate.exact() && candidate.type() == type)
        .findFirst()
        .map(KnownName.Candidate::entity)
        .map(gazetteer.knowledge()::id);
  }
}
