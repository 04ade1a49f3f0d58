package dev.dateline.app.command;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.NameLanguages;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command may state of an entity. */
final class EntityOptions {

  /** Notable enough to be found without further evidence. */
  private static final int PROMINENCE = 130;

  @Option(names = "--type", description = "One of: ${COMPLETION-CANDIDATES}.")
  private @Nullable EntityType type;

  @Option(
      names = "--name",
      paramLabel = "LANGUAGE=NAME",
      description = "Canonical name in a language, such as bg=Морград; may be repeated.")
  private Map<String, String> names = new LinkedHashMap<>();

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "A further name, of any language; may be repeated.")
  private List<String> aliases = new ArrayList<>();

  @Option(
      names = "--no-alias",
      paramLabel = "NAME",
      description = "A name that is none; may be repeated.")
  private List<String> wrong = new ArrayList<>();

  @Option(names = "--country", paramLabel = "CODE", description = "ISO 3166-1 alpha-2.")
  private @Nullable String country;

  @Option(
      names = "--at",
      paramLabel = "LATITUDE,LONGITUDE",
      split = ",",
      description = "Where it is, WGS 84 degrees.")
  private @Nullable List<Double> position;

  @Option(names = "--population", paramLabel = "N", description = "People who live there.")
  private @Nullable Integer population;

  @Option(
      names = "--prominence",
      paramLabel = "N",
      description =
          "How likely a name in the news means this entity, 0 to 255 (130 where not given);"
              + " from 200 on a name needs no context.")
  private @Nullable Integer prominence;

  /**
   * A new entity.
   *
   * @throws UserException where something is missing or wrong
   */
  EntityDraft entity(String id) {
    if (type == null || names.isEmpty()) {
      throw wrong("A new entity needs a --type and a --name.");
    }
    return screened(id, type, new TreeMap<>(), new LinkedHashSet<>(), null);
  }

  /**
   * An entity with what is stated here; the rest stays.
   *
   * @throws UserException where something is wrong
   */
  EntityDraft corrected(EntityDraft before) {
    Set<String> others = new LinkedHashSet<>(before.aliases());
    others.addAll(before.weak());
    return screened(
        before.id(),
        type == null ? before.type() : type,
        new TreeMap<>(before.names()),
        others,
        before);
  }

  private EntityDraft screened(
      String id,
      EntityType kind,
      TreeMap<String, String> canonical,
      Set<String> others,
      @Nullable EntityDraft before) {
    for (String language : names.keySet()) {
      if (!NameLanguages.isKept(language)) {
        throw wrong("Names in the language '" + language + "' are not kept; make it an --alias.");
      }
    }
    canonical.putAll(names);
    canonical.values().removeAll(wrong);
    others.addAll(aliases);
    others.removeAll(wrong);
    try {
      return EntityDraft.screened(
              id,
              kind,
              country != null ? country : before == null ? "" : before.country(),
              position != null ? coordinates() : before == null ? null : before.coordinates(),
              population != null ? population : before == null ? 0 : before.population(),
              prominence != null ? prominence : before == null ? PROMINENCE : before.prominence(),
              canonical,
              others)
          .orElseThrow(() -> wrong("No name is left that could be looked for."));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage() + ".");
    }
  }

  private Coordinates coordinates() {
    List<Double> given = position == null ? List.of() : position;
    if (given.size() != 2 || Math.abs(given.get(0)) > 90 || Math.abs(given.get(1)) > 180) {
      throw wrong("--at takes a latitude and a longitude, such as 42.5,27.25.");
    }
    return new Coordinates(given.get(0), given.get(1));
  }

  private static UserException wrong(String message) {
    return new UserException(ExitCode.USAGE, message);
  }
}
