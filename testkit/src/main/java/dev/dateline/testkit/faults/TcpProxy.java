package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * Stands between clients and a server on the loopback address, and spoils what goes through it. A
 * proxy of our own, so that one answer of the server can be told from another.
 */
public final class TcpProxy implements AutoCloseable {

  /** PostgreSQL's word that a transaction is committed: CommandComplete, length 11, its tag. */
  private static final byte[] COMMITTED = {'C', 0, 0, 0, 11, 'C', 'O', 'M', 'M', 'I', 'T', 0};

  private static final int BUFFER = 64 * 1024;
  private static final Duration GATE = Duration.ofMillis(20);

  private final ServerSocket server;
  private final IntSupplier target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong commitsToCut = new AtomicLong();
  private final AtomicLong commitsCut = new AtomicLong();
  private final AtomicLong spoilt = new AtomicLong();
  private volatile boolean refusing;
  private volatile boolean partitioned;
  private volatile Duration latency = Duration.ZERO;

  private TcpProxy(ServerSocket server, IntSupplier target) {
    this.server = server;
    this.target = target;
  }

  /**
   * Listens on a free port of the loopback address.
   *
   * @param target port of the server now, asked for each connection
   */
  public static TcpProxy start(IntSupplier target) {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TcpProxy proxy = new TcpProxy(server, target);
      daemon("proxy", proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("no proxy", e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on connections are refused, and those that are open end. */
  public void refuse() {
    refusing = true;
    cut();
  }

  /** From now on nothing goes through in either direction, and nobody is told. */
  public void partition() {
    partitioned = true;
  }

  /** From now on every piece of the stream waits this long, in either direction. */
  public void delay(Duration time) {
    latency = time;
  }

  /** Everything goes through again. */
  public void mend() {
    refusing = false;
    partitioned = false;
    latency = Duration.ZERO;
  }

  /** Ends all connections now. */
  public void cut() {
    open.forEach(TcpProxy::close);
  }

  /**
   * The next commits are done by PostgreSQL, but the client does not hear of it: its connection
   * ends instead.
   */
  public void cutCommits(int count) {
    commitsToCut.set(count);
  }

  /** How many commits nobody heard of. */
  public long commitsCut() {
    return commitsCut.get();
  }

  /** How many connections were refused and pieces of streams held up. */
  public long spoilt() {
    return spoilt.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (refusing) {
          spoilt.incrementAndGet();
          close(client);
        } else {
          connect(client);
        }
      } catch (IOException e) {
        // closed, or the server is not there: the client sees an end of its connection
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket upstream = new Socket();
    try {
      upstream.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()), 2_000);
    } catch (IOException e) {
      close(client);
      throw e;
    }
    client.setTcpNoDelay(true);
    upstream.setTcpNoDelay(true);
    open.add(client);
    open.add(upstream);
    daemon("proxy-up", () -> pump(client, upstream, false));
    daemon("proxy-down", () -> pump(upstream, client, true));
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        hold();
        if (answers && isCommitToCut(buffer, length)) {
          commitsCut.incrementAndGet();
          return;
        }
        out.write(buffer, 0, length);
      }
    } catch (IOException e) {
      // either side ended it
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void hold() {
    if (partitioned || !latency.isZero()) {
      spoilt.incrementAndGet();
    }
    Waiting.pause(latency);
    while (partitioned) {
      Waiting.pause(GATE);
    }
  }

  private boolean isCommitToCut(byte[] bytes, int length) {
    if (commitsToCut.get() <= 0 || indexOf(bytes, length) < 0) {
      return false;
    }
    return commitsToCut.getAndDecrement() > 0;
  }

  private static int indexOf(byte[] bytes, int length) {
    for (int i = 0; i + COMMITTED.length <= length; i++) {
      if (bytes[i] == COMMITTED[0]
          && Arrays.equals(bytes, i, i + COMMITTED.length, COMMITTED, 0, COMMITTED.length)) {
        return i;
      }
    }
    return -1;
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // it is closed
    }
    mend();
    cut();
  }
}
