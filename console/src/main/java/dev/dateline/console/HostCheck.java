package dev.dateline.console;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests under foreign host names. A page elsewhere can point its own name at 127.0.0.1
 * (DNS rebinding) and would then read the console as if it were its own origin; the browser still
 * sends that name in the Host header.
 */
final class HostCheck {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ALL = "*";

  private final Set<String> allowed = new TreeSet<>(LOOPBACK);

  HostCheck(Collection<String> names) {
    names.forEach(name -> allowed.add(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether a request with this Host header, port included, may be answered. */
  boolean allows(@Nullable String header) {
    if (allowed.contains(ALL)) {
      return true;
    }
    return header != null && allowed.contains(withoutPort(header.toLowerCase(Locale.ROOT)));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean insideBrackets = colon < host.lastIndexOf(']');
    return colon < 0 || insideBrackets ? host : host.substring(0, colon);
  }
}
