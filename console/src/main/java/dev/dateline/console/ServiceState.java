package dev.dateline.console;

import dev.dateline.runtime.Health;

/**
 * A line of the page's header.
 *
 * @param name the service's name, or the peer's address where it cannot be asked
 * @param state a {@link Health.State}, or UNREACHABLE
 * @param detail one line for a person
 * @param where {@code here}, or the address of the peer
 */
record ServiceState(String name, String state, String detail, String where) {

  static ServiceState here(String name, Health health) {
    return new ServiceState(name, health.state().name(), health.detail(), "here");
  }

  static ServiceState unreachable(String address, String detail) {
    return new ServiceState(address, "UNREACHABLE", detail, address);
  }
}
