package dev.dateline.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Loopback ports that are free, and the same ones again after a restart where they still are. */
public final class Ports {

  private static final InetAddress LOOPBACK = loopback();

  private Ports() {}

  /** Whether a server could listen on this port of the loopback address now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port that is free now. Another process may still take it: be ready to ask again. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback address", e);
    }
  }

  /**
   * The port that the file remembers, if it is free, else a free one, which the file then
   * remembers.
   *
   * @param others ports that this one must differ from
   */
  public static int remembered(Path file, Integer... others) {
    Set<Integer> taken = Set.of(others);
    int port = read(file);
    if (port > 0 && isFree(port) && !taken.contains(port)) {
      return port;
    }
    do {
      port = free();
    } while (taken.contains(port));
    remember(file, port);
    return port;
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static void remember(Path file, int port) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, port + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static int read(Path file) {
    try {
      int port = Integer.parseInt(Files.readString(file).strip());
      return port < 65536 ? port : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
