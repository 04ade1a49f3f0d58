package dev.dateline.training.name;

import dev.dateline.enrich.stage.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name as it is written, and its type. Case and white space do not tell forms apart, as in the
 * evaluation of the BSNLP shared tasks.
 */
public record NameForm(String form, EntityType type) {

  public NameForm {
    form = form.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  static Set<NameForm> of(String text, List<MarkedName> names) {
    return names.stream()
        .map(name -> new NameForm(text.substring(name.start(), name.end()), name.type()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
