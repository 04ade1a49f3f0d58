package dev.dateline.app.instance;

import dev.dateline.app.takedown.Remain;
import dev.dateline.app.takedown.Remain.Fate;
import dev.dateline.app.takedown.Takedowns;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schemas.Takedown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where operators take articles down, and look for what is left of them. */
public final class TakedownDesk {

  private final Settings settings;
  private final Path data;
  private final Takedowns takedowns;

  private TakedownDesk(Settings settings, Path data, Takedowns takedowns) {
    this.settings = settings;
    this.data = data;
    this.takedowns = takedowns;
  }

  /**
   * Of the brokers that the settings name, or else of the instance that runs in the data folder.
   *
   * @throws UserException where there are none
   */
  public static TakedownDesk open(Settings settings, Path data) {
    return new TakedownDesk(
        settings, data, new Takedowns(Brokers.required(settings, data), Clock.systemUTC()));
  }

  /**
   * Takes an article down; the same again is no fault.
   *
   * @throws UserException where nobody knows the article
   */
  public List<Takedown> takeDown(String idOrUrl, String reason) {
    return Brokers.answered(
        () -> {
          Map<String, Set<String>> known = takedowns.known(idOrUrl);
          if (!known.isEmpty()) {
            return takedowns.takeDown(known, reason);
          }
          String id = Takedowns.id(idOrUrl);
          if (!takedowns.standing().containsKey(id)) {
            throw new UserException(
                ExitCode.NOT_FOUND,
                "No article "
                    + idOrUrl
                    + " was ever taken in. 'dateline search' and 'dateline tail' show ids.");
          }
          return takedowns.takeDown(Map.of(id, Set.of()), reason);
        });
  }

  /**
   * Takes takedowns back.
   *
   * @return what was said
   * @throws UserException where nothing is taken down under the name
   */
  public List<Takedown> lift(String idOrUrl, String reason) {
    return Brokers.answered(
        () -> {
          List<Takedown> lifted = takedowns.lift(idOrUrl, reason);
          if (lifted.isEmpty()) {
            throw notTakenDown(idOrUrl);
          }
          return lifted;
        });
  }

  private static UserException notTakenDown(String idOrUrl) {
    return new UserException(
        ExitCode.NOT_FOUND,
        "Article " + idOrUrl + " is not taken down. 'dateline takedown' takes one down.");
  }

  /**
   * What is left of an article that was taken down.
   *
   * @param compacting how long to wait for the brokers to compact; zero looks at once
   * @throws UserException where it was not taken down
   */
  public List<Remain> remains(String idOrUrl, Duration compacting) {
    return Brokers.answered(
        () -> {
          Set<String> ids = takedowns.takenDown(idOrUrl);
          if (ids.isEmpty()) {
            throw notTakenDown(idOrUrl);
          }
          List<Remain> remains = new ArrayList<>();
          for (String id : ids) {
            remains.addAll(takedowns.remains(id, compacting));
            remains.addAll(rows(id));
          }
          return remains;
        });
  }

  /** Whether the tables can be looked at from here. */
  public boolean hasTables() {
    return Attachment.isAtHand(settings, data);
  }

  private List<Remain> rows(String id) {
    if (!hasTables()) {
      return List.of();
    }
    try (Attachment attachment = Attachment.open(settings, settings.isSet("sink.jdbc-url"), data)) {
      return attachment.articles().rows(id).entrySet().stream().map(TakedownDesk::row).toList();
    }
  }

  private static Remain row(Map.Entry<String, Long> table) {
    return new Remain(
        "table " + table.getKey(), table.getValue() + " rows", Fate.AWAITED, Optional.empty());
  }
}
