package dev.dateline.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; of a literal, the address itself. */
@FunctionalInterface
interface HostLookup {

  InetAddress[] addresses(String host) throws UnknownHostException;
}
