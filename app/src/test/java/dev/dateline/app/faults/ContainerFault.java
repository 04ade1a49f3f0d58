package dev.dateline.app.faults;

import com.github.dockerjava.api.DockerClient;
import dev.dateline.testkit.faults.Fault;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The container of the broker or the database fails.
 *
 * @param part {@link Part#BROKER} or {@link Part#DATABASE}
 */
record ContainerFault(Part part, Trouble trouble) implements Fault {

  /** Longer than the session timeout. */
  private static final Duration LONG = Duration.ofSeconds(9);

  /** What goes wrong. */
  enum Trouble {
    /** Its processes stand still. */
    PAUSED,
    /** Its processes are killed, and it is started again. */
    KILLED,
    /** It is cut off its network. */
    DISCONNECTED
  }

  @Override
  public String name() {
    return "container of " + part + " " + trouble;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    if (!(wire.servers() instanceof ContainerServers containers)) {
      throw new IllegalStateException("there are no containers");
    }
    boolean fired =
        switch (trouble) {
          case KILLED -> containers.kill(part);
          case PAUSED -> pause(containers);
          case DISCONNECTED -> disconnect(containers);
        };
    if (!fired) {
      throw new IllegalStateException(name() + " did not fire");
    }
  }

  private boolean pause(ContainerServers containers) {
    DockerClient docker = containers.docker();
    String id = containers.id(part);
    docker.pauseContainerCmd(id).exec();
    boolean paused = Boolean.TRUE.equals(containers.state(part).getPaused());
    sleep();
    docker.unpauseContainerCmd(id).exec();
    return paused;
  }

  private boolean disconnect(ContainerServers containers) {
    DockerClient docker = containers.docker();
    String id = containers.id(part);
    String network = networks(docker, id).keySet().iterator().next();
    docker.disconnectFromNetworkCmd().withContainerId(id).withNetworkId(network).exec();
    boolean cut = networks(docker, id).isEmpty();
    sleep();
    docker.connectToNetworkCmd().withContainerId(id).withNetworkId(network).exec();
    return cut;
  }

  private static Map<String, ?> networks(DockerClient docker, String id) {
    return docker.inspectContainerCmd(id).exec().getNetworkSettings().getNetworks();
  }

  private static void sleep() {
    try {
      Thread.sleep(LONG.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
