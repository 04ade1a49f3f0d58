package dev.dateline.ingest.push;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Who may push articles.
 *
 * @param token bearer token that a push has to carry; empty where nothing may be pushed
 * @param source source id of what is pushed
 */
public record PushSettings(Optional<String> token, String source) {

  private static final int SHORTEST = 16;

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting(
              "push.token",
              "",
              "Bearer token for POST /v1/articles, 16 characters or more; without it nothing may be"
                  + " pushed."),
          new Setting("push.source", "push", "Source id of articles that are pushed."));

  /**
   * @throws UserException with {@link ExitCode#USAGE} where the token is too short
   */
  public static PushSettings from(Settings settings) {
    Optional<String> token = settings.optionalText("push.token");
    if (token.isPresent() && token.get().length() < SHORTEST) {
      throw new UserException(
          ExitCode.USAGE,
          "push.token has fewer than " + SHORTEST + " characters. Make one: openssl rand -hex 32");
    }
    return new PushSettings(token, settings.text("push.source"));
  }
}
