package dev.dateline.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name under which a process is a member of a group (KIP-345). One that comes back under it
 * after {@code kill -9} gets its partitions at once, instead of after the session timeout of its
 * former life.
 *
 * <p>Names lie in a folder, a file each, and a process holds the lock of the file while it uses the
 * name: two processes never share one, and the name of a process that ended goes to the next that
 * starts. Where the folder was copied to another machine, two do share a name; the one that the
 * group fences then gives it up, and goes on without.
 */
public final class MemberName implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MemberName.class);

  /** More processes of one group on a machine go without a name. */
  private static final int MOST = 100;

  private final String group;
  private final @Nullable FileChannel lock;
  private volatile @Nullable String name;

  private MemberName(String group, @Nullable FileChannel lock, @Nullable String name) {
    this.group = group;
    this.lock = lock;
    this.name = name;
  }

  /**
   * Takes the first name that nobody uses; none where the settings name no folder, or it cannot be
   * written to.
   */
  public static MemberName of(KafkaSettings settings, String group) {
    Optional<Path> folder = settings.memberDirectory();
    if (folder.isPresent()) {
      try {
        Files.createDirectories(folder.get());
        for (int i = 1; i <= MOST; i++) {
          FileChannel lock = taken(folder.get().resolve(group + "-" + i));
          if (lock != null) {
            return new MemberName(group, lock, kept(lock));
          }
        }
      } catch (IOException e) {
        LOG.info("no name is kept for the group group={} reason={}", group, e.toString());
      }
    }
    return new MemberName(group, null, null);
  }

  /** The file with its lock, which ends with the process; null where another one has it. */
  private static @Nullable FileChannel taken(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("this very process uses the name file={}", file);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  private static String kept(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
      // a name is shorter than that
    }
    String known = UTF_8.decode(bytes.flip()).toString().strip();
    try {
      return UUID.fromString(known).toString();
    } catch (IllegalArgumentException e) {
      String made = UUID.randomUUID().toString();
      file.truncate(0);
      file.write(UTF_8.encode(made + "\n"), 0);
      file.force(true);
      return made;
    }
  }

  /** Puts the name into the configuration of a consumer of the group. */
  public void name(Map<String, Object> consumer) {
    String used = name;
    if (used != null) {
      consumer.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, used);
    }
  }

  /** Gives the name up where a consumer failed since another one uses it. */
  public void failed(RuntimeException failure) {
    if (failure instanceof FencedInstanceIdException) {
      LOG.warn("another process has this name in the group, goes on without group={}", group);
      name = null;
    }
  }

  /**
   * Closes a consumer so that it leaves the group, and others take over at once; one with a name
   * would stay otherwise until its session times out.
   */
  public static void leave(Consumer<?, ?> consumer) {
    try {
      consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    } catch (KafkaException e) {
      LOG.debug("consumer did not close well reason={}", e.toString());
    }
  }

  /** Lets others use the name. */
  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        LOG.debug("the name is not released group={} reason={}", group, e.toString());
      }
    }
  }
}
