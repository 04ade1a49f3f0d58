package dev.dateline.ingest.fetch;

import dev.dateline.ingest.text.WrittenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads the headers of an answer that a reader of news acts on. */
final class HeaderReading {

  private static final Duration LONGEST = Duration.ofDays(366);

  private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
  private static final Pattern RELATION =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

  private final Answer answer;
  private final WebAddress address;
  private final Instant now;

  /**
   * @param address that gave the answer, for relative links
   * @param now for times in headers
   */
  HeaderReading(Answer answer, WebAddress address, Instant now) {
    this.answer = answer;
    this.address = address;
    this.now = now;
  }

  FetchHeaders headers() {
    return new FetchHeaders(
        answer.header(HttpHeaders.ETAG).orElse(null),
        answer.header(HttpHeaders.LAST_MODIFIED).orElse(null),
        maxAge(),
        retryAfter(),
        reservation().map(Reservation::reserved).orElse(false),
        reservation().map(Reservation::policy).orElse(null),
        isNoAi(),
        links());
  }

  /** The reservation of the headers, where they hold one. */
  Optional<Reservation> reservation() {
    return answer
        .header("tdm-reservation")
        .map(
            value ->
                new Reservation(
                    value.strip().equals("1"), answer.header("tdm-policy").orElse(null)));
  }

  /** {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
  @Nullable Duration retryAfter() {
    return answer
        .header(HttpHeaders.RETRY_AFTER)
        .map(
            value -> {
              OptionalLong seconds = seconds(value);
              return seconds.isPresent()
                  ? bounded(Duration.ofSeconds(seconds.getAsLong()))
                  : untilDate(value, now);
            })
        .orElse(null);
  }

  private @Nullable Duration maxAge() {
    Map<String, String> directives = cacheControl();
    if (directives.containsKey("no-cache") || directives.containsKey("no-store")) {
      return Duration.ZERO;
    }
    OptionalLong seconds = seconds(directives.getOrDefault("max-age", ""));
    if (seconds.isEmpty()) {
      seconds = seconds(directives.getOrDefault("s-maxage", ""));
    }
    if (seconds.isPresent()) {
      long age = seconds(answer.header(HttpHeaders.AGE).orElse("")).orElse(0);
      return bounded(Duration.ofSeconds(seconds.getAsLong() - age));
    }
    Instant sent = answer.header(HttpHeaders.DATE).flatMap(WrittenTime::parse).orElse(now);
    return answer
        .header(HttpHeaders.EXPIRES)
        .map(value -> Optional.ofNullable(untilDate(value, sent)).orElse(Duration.ZERO))
        .orElse(null);
  }

  private Map<String, String> cacheControl() {
    Map<String, String> directives = new HashMap<>();
    for (String value : answer.headers(HttpHeaders.CACHE_CONTROL)) {
      for (String directive : value.split(",", -1)) {
        String[] parts = directive.split("=", 2);
        directives.putIfAbsent(
            parts[0].strip().toLowerCase(Locale.ROOT),
            parts.length == 1 ? "" : parts[1].replace('"', ' ').strip());
      }
    }
    return directives;
  }

  /** Directives may be addressed to a robot by name: {@code otherbot: noai}. */
  private boolean isNoAi() {
    return answer.headers("X-Robots-Tag").stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
        .anyMatch(directive -> directive.equals("noai") || directive.equals("noimageai"));
  }

  private Map<String, String> links() {
    Map<String, String> links = new HashMap<>();
    for (String value : answer.headers("Link")) {
      Matcher link = LINK.matcher(value);
      while (link.find()) {
        Matcher relation = RELATION.matcher(link.group(2));
        if (relation.find()) {
          String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
          addLink(links, names, link.group(1));
        }
      }
    }
    return links;
  }

  private void addLink(Map<String, String> links, String names, String target) {
    for (String name : names.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (name.equals("hub") || name.equals("self")) {
        try {
          links.putIfAbsent(name, address.resolve(target).toString());
        } catch (FetchException e) {
          continue; // a link that cannot be followed is none
        }
      }
    }
  }

  private static OptionalLong seconds(String value) {
    String digits = value.strip();
    return digits.matches("[0-9]{1,12}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  private static @Nullable Duration untilDate(String value, Instant from) {
    return WrittenTime.parse(value.strip())
        .map(date -> bounded(Duration.between(from, date)))
        .orElse(null);
  }

  private static Duration bounded(Duration duration) {
    return duration.isNegative()
        ? Duration.ZERO
        : duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
