package dev.dateline.embedded.kafka;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The nodes that make one cluster on the loopback address, each broker and controller.
 *
 * @param node of them, from 1 on
 * @param cluster id of the cluster; empty for one that the node makes up
 * @param controllers ports of the controllers by node; empty where there is one node, on a port of
 *     its choice
 */
public record Quorum(int node, String cluster, List<Integer> controllers) {

  /** A node by itself. */
  static final Quorum SINGLE = new Quorum(1, "", List.of());

  public Quorum {
    controllers = List.copyOf(controllers);
  }

  /** As arguments of the child. */
  List<String> arguments() {
    return List.of(
        "" + node,
        cluster,
        controllers.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  static Quorum of(List<String> arguments) {
    String ports = arguments.get(2);
    return new Quorum(
        Integer.parseInt(arguments.get(0)),
        arguments.get(1),
        ports.isEmpty()
            ? List.of()
            : List.of(ports.split(",")).stream().map(Integer::valueOf).toList());
  }

  boolean isSingle() {
    return controllers.isEmpty();
  }

  /** The port of this node's controller; only where there are several nodes. */
  int controller() {
    return controllers.get(node - 1);
  }

  /** As many replicas as there are nodes. */
  int replicas() {
    return Math.max(1, controllers.size());
  }

  /** So many replicas must have a record before it counts as written: one node may be away. */
  int inSync() {
    return Math.max(1, replicas() - 1);
  }

  /**
   * All controllers, as Kafka's configuration names them.
   *
   * @param own port of this node's controller
   */
  String voters(int own) {
    return isSingle()
        ? node + "@127.0.0.1:" + own
        : IntStream.rangeClosed(1, controllers.size())
            .mapToObj(i -> i + "@127.0.0.1:" + controllers.get(i - 1))
            .collect(Collectors.joining(","));
  }
}
