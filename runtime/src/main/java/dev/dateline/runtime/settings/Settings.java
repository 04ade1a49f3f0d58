package dev.dateline.runtime.settings;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/**
 * The values of all known settings. Later places win: defaults, file, environment, flags. An
 * unknown key anywhere is fatal and named with its nearest match.
 */
public final class Settings {

  /** Variables of the launcher, the compose file and the checks, which are no settings. */
  private static final Set<String> RESERVED =
      Set.of(
          "DATELINE_ARCHIVE",
          "DATELINE_ARTICLES",
          "DATELINE_CONFIG",
          "DATELINE_CONSOLE_PORT",
          "DATELINE_DATABASE_PASSWORD",
          "DATELINE_JAVA_OPTIONS",
          "DATELINE_REGISTRY_PASSWORD",
          "DATELINE_SHARED");

  private final Map<String, String> values;
  private final Set<String> set;

  private Settings(Map<String, String> values, Set<String> set) {
    this.values = Map.copyOf(values);
    this.set = Set.copyOf(set);
  }

  /**
   * @param known every setting of every module
   * @param file a properties file in UTF-8, where one is given
   * @param environment the process environment; only {@code DATELINE_*} is looked at
   * @param flags values from the command line, by key
   * @throws UserException with {@link ExitCode#USAGE} for an unknown key, {@link ExitCode#INPUT}
   *     for a file that cannot be read
   */
  public static Settings load(
      Collection<Setting> known,
      Optional<Path> file,
      Map<String, String> environment,
      Map<String, String> flags) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> set = new HashSet<>();
    Map<String, String> byVariable = new HashMap<>();
    for (Setting setting : known) {
      values.put(setting.key(), setting.defaultValue());
      byVariable.put(setting.environmentVariable(), setting.key());
    }
    file.ifPresent(path -> read(path).forEach((k, v) -> put(values, set, k, v, path.toString())));
    environment.forEach(
        (variable, value) -> {
          if (!variable.startsWith("DATELINE_") || RESERVED.contains(variable)) {
            return;
          }
          String key = byVariable.get(variable);
          if (key == null) {
            throw unknown(variable, "the environment", byVariable.keySet());
          }
          values.put(key, value);
          set.add(key);
        });
    flags.forEach((key, value) -> put(values, set, key, value, "the command line"));
    return new Settings(values, set);
  }

  private static void put(
      Map<String, String> values, Set<String> set, String key, String value, String where) {
    if (!values.containsKey(key)) {
      throw unknown(key, where, values.keySet());
    }
    values.put(key, value);
    set.add(key);
  }

  private static UserException unknown(String key, String where, Collection<String> known) {
    String hint =
        Nearest.to(key, known)
            .map(near -> " Did you mean '" + near + "'?")
            .orElse(" See docs/operate.md for all settings.");
    return new UserException(
        ExitCode.USAGE, "Unknown setting '" + key + "' in " + where + "." + hint);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      String reason =
          e instanceof NoSuchFileException
              ? "it is not there"
              : e instanceof CharacterCodingException ? "it is not in UTF-8" : e.getMessage();
      throw new UserException(
          ExitCode.INPUT,
          "Cannot read the configuration file "
              + file
              + ": "
              + reason
              + ". Check --config and DATELINE_CONFIG.",
          e);
    }
    Map<String, String> values = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> values.put(key, properties.getProperty(key).strip()));
    return values;
  }

  /** Whether a file, the environment or a flag gives the key a value. */
  public boolean isSet(String key) {
    return set.contains(key);
  }

  /** The value of a key; empty text where it is unset. */
  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("setting " + key + " was never declared");
    }
    return value;
  }

  /** The value of a key, where it is set. */
  public Optional<String> optionalText(String key) {
    return Optional.of(text(key)).filter(value -> !value.isBlank());
  }

  /** A whole number within bounds. */
  public int integer(String key, int least, int most) {
    int value = parse(key, Integer::parseInt, "a whole number");
    if (value < least || value > most) {
      throw new UserException(
          ExitCode.USAGE,
          key + " must lie between " + least + " and " + most + ", but is " + value + ".");
    }
    return value;
  }

  /** A duration such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 7d} or ISO 8601. */
  public Duration duration(String key) {
    return parse(key, Settings::parseDuration, "a duration such as 500ms, 30s, 5m or 7d");
  }

  /** A yes or no: {@code true} or {@code false}. */
  public boolean flag(String key) {
    return parse(
        key,
        value ->
            switch (value) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException();
            },
        "true or false");
  }

  /** An absolute URI. */
  public URI uri(String key) {
    return parse(key, URI::create, "an address such as http://127.0.0.1:8081");
  }

  /** Comma-separated values, trimmed, without empty ones. */
  public List<String> list(String key) {
    List<String> parts = new ArrayList<>();
    for (String part : text(key).split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return List.copyOf(parts);
  }

  private <T> T parse(String key, Function<String, T> parser, String expected) {
    try {
      return parser.apply(text(key).strip());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new UserException(
          ExitCode.USAGE, key + " must be " + expected + ", but is '" + text(key) + "'.", e);
    }
  }

  private static Duration parseDuration(String value) {
    if (value.startsWith("P")) {
      return Duration.parse(value);
    }
    if (value.endsWith("ms")) {
      return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
    }
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    long amount = Long.parseLong(value.substring(0, value.length() - 1));
    return switch (value.charAt(value.length() - 1)) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'd' -> Duration.ofDays(amount);
      default -> throw new IllegalArgumentException(value);
    };
  }
}
