package dev.dateline.training.eval;

import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.TextSpan;
import dev.dateline.enrich.stage.link.Linker;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.training.name.MarkedText;
import dev.dateline.training.name.NameForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the distinct forms of names in a text, with their types. */
@FunctionalInterface
interface FormFinder {

  Set<NameForm> forms(MarkedText text);

  /** What a recogniser finds. */
  static FormFinder of(NameRecognizer recognizer) {
    return text -> {
      Set<NameForm> forms = new HashSet<>();
      for (NameSpan name : recognizer.recognize(text.text(), language(text))) {
        forms.add(new NameForm(name.span().text(), name.type()));
      }
      return forms;
    };
  }

  /** What stands on the event: the mentions of the linked entities, with the entities' types. */
  static FormFinder linked(NameRecognizer recognizer, Linker linker) {
    return text -> {
      LanguageGuess language = language(text);
      List<NameSpan> names = recognizer.recognize(text.text(), language);
      Set<NameForm> forms = new HashSet<>();
      for (NamedEntity entity :
          linker.link(Document.ofText(text.text()), List.of(), names, language)) {
        for (TextSpan mention : entity.mentions()) {
          forms.add(new NameForm(mention.text(), entity.type()));
        }
      }
      return forms;
    };
  }

  private static LanguageGuess language(MarkedText text) {
    return new LanguageGuess(text.language(), 1);
  }
}
