package dev.dateline.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import org.jspecify.annotations.Nullable;

/** The rules of a site, or why they cannot be read; one of the two is null. */
record Robots(@Nullable SimpleRobotRules rules, @Nullable FetchException unreadable) {

  static Robots of(SimpleRobotRules rules) {
    return new Robots(rules, null);
  }

  static Robots unreadable(FetchException why) {
    return new Robots(null, why);
  }

  boolean hasRules() {
    return rules != null;
  }

  SimpleRobotRules orThrow() throws FetchException {
    if (rules != null) {
      return rules;
    }
    throw unreadable;
  }
}
