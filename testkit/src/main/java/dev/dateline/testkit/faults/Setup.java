package dev.dateline.testkit.faults;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a wire is set up.
 *
 * @param repository where a build left the product that is put to the test
 * @param previous where a build left the product that all services begin with, if another one
 * @param folder empty; for the product, logs, registers and articles
 * @param mutations faults put into the product
 * @param brokers how many
 * @param disks megabytes of the file systems under parts that have one of their own
 * @param servers other brokers and database than ours
 */
public record Setup(
    Path repository,
    Optional<Path> previous,
    Path folder,
    List<Mutation> mutations,
    int brokers,
    Map<Part, Integer> disks,
    @Nullable Supplier<Servers> servers) {

  public Setup {
    mutations = List.copyOf(mutations);
    disks = Map.copyOf(disks);
  }

  /** One broker, one database, the product as it is. */
  public static Setup of(Path repository, Path folder) {
    return new Setup(repository, Optional.empty(), folder, List.of(), 1, Map.of(), null);
  }

  /** The same with faults in the product. */
  public Setup mutated(List<Mutation> changes) {
    return new Setup(repository, previous, folder, changes, brokers, disks, servers);
  }

  /** The same with services that begin with another build. */
  public Setup upgradedFrom(Path build) {
    return new Setup(repository, Optional.of(build), folder, mutations, brokers, disks, servers);
  }

  /** The same with so many brokers and replicas; two of three must have what is written. */
  public Setup replicated(int count) {
    return new Setup(repository, previous, folder, mutations, count, disks, servers);
  }

  /** The same with a small file system under a part. */
  public Setup onDisk(Part part, int megabytes) {
    Map<Part, Integer> more = new EnumMap<>(Part.class);
    more.putAll(disks);
    more.put(part, megabytes);
    return new Setup(repository, previous, folder, mutations, brokers, more, servers);
  }

  /** The same on other brokers and another database, which the wire closes in the end. */
  public Setup on(Supplier<Servers> other) {
    return new Setup(repository, previous, folder, mutations, brokers, disks, other);
  }
}
