package dev.dateline.enrich.knowledge.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table, as its header names them. */
final class Columns {

  static final Columns NONE = new Columns(List.of());

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private Columns(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
  }

  /**
   * Reads a header.
   *
   * @throws IllegalArgumentException where a column is missing that must be there
   */
  static Columns of(List<String> header, List<String> needed) {
    List<String> names = header.stream().map(String::strip).toList();
    for (String name : needed) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("the header has no column '" + name + "'");
      }
    }
    return new Columns(names);
  }

  List<String> names() {
    return names;
  }

  void check(List<String> fields) {
    if (fields.size() != names.size()) {
      throw new IllegalArgumentException(fields.size() + " fields instead of " + names.size());
    }
  }

  /** A field without the spaces around it; empty where there is no such column. */
  String get(List<String> fields, String name) {
    Integer place = places.get(name);
    return place == null ? "" : fields.get(place).strip();
  }
}
