package dev.dateline.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;

/**
 * An entry of a site's file of reservations.
 *
 * @param location path pattern as in robots.txt, with {@code *} and {@code $}
 * @param matcher disallows what the pattern matches
 */
record TdmRule(String location, SimpleRobotRules matcher, Reservation reservation) {

  static TdmRule of(String location, Reservation reservation) {
    SimpleRobotRules matcher = new SimpleRobotRules();
    matcher.addRule(location, false);
    return new TdmRule(location, matcher, reservation);
  }

  boolean covers(WebAddress address) {
    return !matcher.isAllowed(address.toString());
  }
}
