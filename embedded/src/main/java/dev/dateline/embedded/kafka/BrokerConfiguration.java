package dev.dateline.embedded.kafka;

import dev.dateline.runtime.kafka.KafkaClients;
import java.nio.file.Path;
import java.util.Properties;

/** The configuration of a node: broker and controller, loopback only, in a small heap. */
final class BrokerConfiguration {

  static final String CONTROLLER = "CONTROLLER";

  /** The listener behind whatever stands before the node. */
  private static final String FRONTED = "FRONTED";

  private static final int LARGEST_BATCH = KafkaClients.MAX_RECORD_BYTES + 64 * 1024;

  private BrokerConfiguration() {}

  static Properties of(Path logDirectory, BrokerPorts ports, Quorum quorum) {
    Properties properties = new Properties();
    node(properties, logDirectory, ports, quorum);
    internalTopics(properties, quorum);
    groups(properties);
    restarts(properties);
    memory(properties);
    properties.put("auto.create.topics.enable", "false");
    properties.put("message.max.bytes", Integer.toString(LARGEST_BATCH));
    return properties;
  }

  private static void node(
      Properties properties, Path logDirectory, BrokerPorts ports, Quorum quorum) {
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(quorum.node()));
    properties.put("controller.quorum.voters", quorum.voters(ports.controller()));
    properties.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:"
            + ports.clients()
            + ","
            + CONTROLLER
            + "://127.0.0.1:"
            + ports.controller()
            + (ports.isFronted() ? "," + FRONTED + "://127.0.0.1:" + ports.fronted() : ""));
    properties.put(
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:"
            + ports.clients()
            + (ports.isFronted() ? "," + FRONTED + "://127.0.0.1:" + ports.front() : ""));
    properties.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT," + FRONTED + ":PLAINTEXT");
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("log.dirs", logDirectory.toString());
  }

  /** A replica on each node, and one partition for what a few clients keep in internal topics. */
  private static void internalTopics(Properties properties, Quorum quorum) {
    String replicas = Integer.toString(quorum.replicas());
    String inSync = Integer.toString(quorum.inSync());
    properties.put("default.replication.factor", replicas);
    properties.put("min.insync.replicas", inSync);
    for (String topic :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      properties.put(topic + ".replication.factor", replicas);
      properties.put(topic + ".num.partitions", "1");
    }
    properties.put("transaction.state.log.min.isr", inSync);
    properties.put("share.coordinator.state.topic.min.isr", inSync);
  }

  /** Groups form at once, and may notice a dead member within a second. */
  private static void groups(Properties properties) {
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("group.min.session.timeout.ms", "1000");
  }

  /**
   * After kill -9 the controller that starts with the node holds the former life of the broker to
   * be alive until its session ends, 9 s by default, and turns the new one away, which asks again
   * after 0.1, 0.2, 0.4 and 0.8 s and half a session: soon after its end with this one, as late as
   * after 4.5 s with a session of 3 s. A node that stands still for longer is fenced by itself and
   * takes its partitions back with its next heartbeat; on a machine at many times its load that
   * comes again and again where the session is much shorter.
   */
  private static void restarts(Properties properties) {
    properties.put("broker.session.timeout.ms", "2700");
    properties.put("broker.heartbeat.interval.ms", "500");
  }

  /** What keeps the heap small; the request memory bounds what waits in the queue. */
  private static void memory(Properties properties) {
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    properties.put("background.threads", "2");
    properties.put("socket.request.max.bytes", Integer.toString(16 * 1024 * 1024));
    properties.put("queued.max.request.bytes", Integer.toString(16 * 1024 * 1024));
    properties.put("log.cleaner.threads", "1");
    properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    properties.put("log.segment.bytes", Integer.toString(256 * 1024 * 1024));
    properties.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
  }
}
