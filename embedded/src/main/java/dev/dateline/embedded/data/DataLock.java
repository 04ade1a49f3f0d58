package dev.dateline.embedded.data;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The data folder is this process's alone until the lock is closed or the process ends, however it
 * ends: the operating system holds the lock.
 */
public final class DataLock implements AutoCloseable {

  static final String FILE = "lock";

  private final Path folder;
  private final FileChannel channel;

  private DataLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static DataLock take(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw locked(folder, Files.readString(file).strip());
      }
      byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return new DataLock(folder, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this very process has it
    }
  }

  private static UserException locked(Path folder, String pid) {
    return new UserException(
        ExitCode.DATA_FOLDER,
        "The data folder "
            + folder
            + " is in use by a running Dateline (process "
            + (pid.isEmpty() ? "unknown" : pid)
            + "). Stop that one, or choose another folder with --data.");
  }

  /** Tells others how to reach this instance; they find it through {@link DataFolder#running}. */
  public void publish(Instance instance) {
    InstanceFile.write(folder, instance);
  }

  /** Gives the folder back. Idempotent. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    InstanceFile.delete(folder);
    try {
      channel.close();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.DATA_FOLDER, "Cannot release the data folder " + folder + ".", e);
    }
  }
}
