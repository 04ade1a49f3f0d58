package dev.dateline.embedded.kafka;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where the node listens on the loopback address.
 *
 * @param clients for clients, which find the node there
 * @param controller for itself
 * @param fronted for clients that come through something that stands before it; 0 for none
 * @param front where these clients find the node
 */
record BrokerPorts(int clients, int controller, int fronted, int front) {

  /** As arguments of the child. */
  List<String> arguments() {
    return Stream.of(clients, controller, fronted, front).map(String::valueOf).toList();
  }

  static BrokerPorts of(List<String> arguments) {
    return new BrokerPorts(
        Integer.parseInt(arguments.get(0)),
        Integer.parseInt(arguments.get(1)),
        Integer.parseInt(arguments.get(2)),
        Integer.parseInt(arguments.get(3)));
  }

  boolean isFronted() {
    return fronted != 0;
  }
}
