package dev.dateline.enrich.stage;

import java.util.List;

/**
 * A subject of the IPTC Media Topics and how surely a document is about it.
 *
 * @param code such as {@code medtop:11000000}
 * @param name English label
 * @param score 0 to 1
 * @param evidence what spoke for it, strongest first
 */
public record TopicScore(String code, String name, double score, List<String> evidence) {

  public TopicScore {
    evidence = List.copyOf(evidence);
  }
}
