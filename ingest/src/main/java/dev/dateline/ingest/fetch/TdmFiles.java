package dev.dateline.ingest.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reservations that a site keeps in {@code /.well-known/tdmrep.json} (TDM Reservation Protocol, W3C
 * Community Group report, section 7). A site without a readable file reserves nothing by it.
 */
final class TdmFiles {

  private static final Duration LIFE = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final BodyLimit LIMIT = new BodyLimit(64 * 1_024, false);
  private static final int MOST_RULES = 500;
  private static final int MOST_WEIGHT = 16 * 1_024 * 1_024;
  private static final int OVERHEAD = 256;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wire wire;
  private final TimedCache<List<TdmRule>> cache;

  TdmFiles(Wire wire, Clock clock) {
    this.wire = wire;
    this.cache = new TimedCache<>(clock, MOST_WEIGHT);
  }

  /** What the rule with the longest location says that matches the address. */
  Reservation reservation(WebAddress address) {
    Optional<List<TdmRule>> known = cache.fresh(address.origin());
    return (known.isPresent() ? known.get() : refresh(address))
        .stream()
            .filter(rule -> rule.covers(address))
            .max(Comparator.comparingInt(rule -> rule.location().length()))
            .map(TdmRule::reservation)
            .orElse(Reservation.NONE);
  }

  private List<TdmRule> refresh(WebAddress address) {
    List<TdmRule> rules = List.of();
    Duration life = RETRY;
    try {
      Answer answer =
          wire.get(address.at("/.well-known/tdmrep.json"), Map.of(), new Budget(TIMEOUT), LIMIT);
      life = answer.status() >= 500 ? RETRY : LIFE;
      rules = answer.isSuccess() ? parse(answer.body()) : List.of();
      cache.put(address.origin(), rules, life, OVERHEAD + 4L * answer.body().length);
    } catch (FetchException | IOException e) {
      cache.put(address.origin(), rules, life, OVERHEAD);
    }
    return rules;
  }

  private static List<TdmRule> parse(byte[] file) throws IOException {
    List<TdmRule> rules = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(file)) {
      String location = entry.path("location").asText();
      if (location.startsWith("/") && entry.has("tdm-reservation") && rules.size() < MOST_RULES) {
        rules.add(
            TdmRule.of(
                location,
                new Reservation(
                    entry.path("tdm-reservation").asInt() == 1,
                    entry.path("tdm-policy").asText(null))));
      }
    }
    return List.copyOf(rules);
  }
}
