package dev.dateline.enrich.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject of the IPTC Media Topics.
 *
 * @param code such as {@code medtop:20000002}
 * @param broader codes of the subjects right above it; empty for a top-level subject
 * @param name English label
 * @param wikidata CURIE of the same concept in Wikidata, where IPTC states one
 */
public record MediaTopic(
    String code, List<String> broader, String name, @Nullable String wikidata) {

  public MediaTopic {
    broader = List.copyOf(broader);
  }
}
