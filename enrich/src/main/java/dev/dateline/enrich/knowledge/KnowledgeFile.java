package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A knowledge file in memory or mapped into it. Nothing is unpacked: every answer is read from the
 * bytes. Immutable and thread-safe.
 */
public final class KnowledgeFile {

  private static final EntityType[] TYPES = EntityType.values();

  private final ByteBuffer bytes;
  private final String[] languages;
  private final int[] offset = new int[KnowledgeFormat.SECTIONS];
  private final int[] length = new int[KnowledgeFormat.SECTIONS];
  private final String version;

  private KnowledgeFile(ByteBuffer source, String name) throws DamagedKnowledgeException {
    bytes = source.order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.limit() < KnowledgeFormat.HEADER || bytes.getLong(0) != KnowledgeFormat.MAGIC) {
      throw new DamagedKnowledgeException(name + " is no knowledge file");
    }
    if (bytes.getInt(8) != KnowledgeFormat.VERSION) {
      throw new DamagedKnowledgeException(
          String.format(
              "%s has format version %d, this program reads %d: compile or import it again",
              name, bytes.getInt(8), KnowledgeFormat.VERSION));
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes.duplicate().position(KnowledgeFormat.HEADER));
    if ((int) checksum.getValue() != bytes.getInt(12)
        || bytes.getInt(16) != KnowledgeFormat.SECTIONS) {
      throw new DamagedKnowledgeException(name + " is damaged: its checksum does not match");
    }
    for (int i = 0; i < KnowledgeFormat.SECTIONS; i++) {
      offset[i] = bytes.getInt(20 + 8 * i);
      length[i] = bytes.getInt(24 + 8 * i);
      if (offset[i] < 0 || length[i] < 0 || (long) offset[i] + length[i] > bytes.limit()) {
        throw new DamagedKnowledgeException(name + " is damaged: a section leaves the file");
      }
    }
    byte[] tags = new byte[length[0]];
    bytes.get(offset[0], tags);
    languages = new String(tags, StandardCharsets.UTF_8).split("\n");
    version = String.format("%d-%08x", KnowledgeFormat.VERSION, bytes.getInt(12));
  }

  /** Maps a file into memory. */
  public static KnowledgeFile map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new KnowledgeFile(mapped, file.toString());
    }
  }

  /** Reads the bytes of a file; they must not change afterwards. */
  public static KnowledgeFile of(byte[] file, String name) throws DamagedKnowledgeException {
    return new KnowledgeFile(ByteBuffer.wrap(file), name);
  }

  /** Format version and checksum: changes whenever the content does. */
  public String version() {
    return version;
  }

  int entityCount() {
    return length[3] / KnowledgeFormat.ENTITY;
  }

  int nameCount() {
    return length[6] / 4;
  }

  /** Number of the entity with an id, or -1: the entities are in the order of their ids. */
  int find(String id) {
    int low = 0;
    int high = entityCount() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = id(middle).compareTo(id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  EntityType type(int entity) {
    return TYPES[bytes.get(record(entity))];
  }

  int prominence(int entity) {
    return bytes.get(record(entity) + 1) & 0xFF;
  }

  String country(int entity) {
    int at = record(entity) + 2;
    return bytes.get(at) == 0 ? "" : "" + (char) bytes.get(at) + (char) bytes.get(at + 1);
  }

  boolean sameCountry(int entity, int other) {
    return bytes.getShort(record(entity) + 2) == bytes.getShort(record(other) + 2);
  }

  @Nullable Coordinates coordinates(int entity) {
    int latitude = bytes.getInt(record(entity) + 4);
    if (latitude == KnowledgeFormat.NOWHERE) {
      return null;
    }
    return new Coordinates(latitude / 1e5, bytes.getInt(record(entity) + 8) / 1e5);
  }

  int population(int entity) {
    return bytes.getInt(record(entity) + 12);
  }

  String id(int entity) {
    return string(bytes.getInt(record(entity) + 16));
  }

  @Nullable String name(int entity, String language) {
    int at = offset[4] + bytes.getInt(record(entity) + 20);
    int count = bytes.get(at) & 0xFF;
    for (int i = 0; i < count; i++) {
      int entry = at + 1 + 4 * i;
      if (languages[bytes.get(entry) & 0xFF].equals(language)) {
        return string(threeBytes(entry + 1));
      }
    }
    return null;
  }

  /** The most words of a name whose first word has this hash; 0 if no name begins so. */
  int reach(long firstWord) {
    return bytes.get(offset[8] + KnowledgeFormat.reachSlot(firstWord));
  }

  /** Position of the first posting under a key, or -1. */
  int firstPosting(long key) {
    int bucket = offset[5] + 4 * KnowledgeFormat.bucket(key);
    int from = bytes.getInt(bucket);
    int to = bytes.getInt(bucket + 4);
    int wanted = KnowledgeFormat.fingerprint(key);
    for (int i = from; i < to; i++) {
      if (bytes.getInt(offset[6] + 4 * i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the posting behind {@code posting} is under the same key. */
  boolean hasNextPosting(int posting) {
    int next = offset[6] + 4 * (posting + 1);
    return next < offset[6] + length[6] && bytes.getInt(next) == bytes.getInt(next - 4);
  }

  int postingString(int posting) {
    return threeBytes(offset[7] + 6 * posting) & ~KnowledgeFormat.WEAK;
  }

  boolean postingIsWeak(int posting) {
    return (threeBytes(offset[7] + 6 * posting) & KnowledgeFormat.WEAK) != 0;
  }

  int postingEntity(int posting) {
    return threeBytes(offset[7] + 6 * posting + 3);
  }

  String string(int number) {
    byte[] buffer = new byte[KnowledgeFormat.LONGEST_STRING];
    int at = offset[2] + bytes.getInt(offset[1] + 4 * (number / KnowledgeFormat.BLOCK));
    int size = 0;
    for (int i = number % KnowledgeFormat.BLOCK; i >= 0; i--) {
      int shared = bytes.get(at) & 0xFF;
      int rest = bytes.get(at + 1) & 0xFF;
      bytes.get(at + 2, buffer, shared, rest);
      size = shared + rest;
      at += 2 + rest;
    }
    return new String(buffer, 0, size, StandardCharsets.UTF_8);
  }

  private int record(int entity) {
    return offset[3] + KnowledgeFormat.ENTITY * entity;
  }

  private int threeBytes(int at) {
    return (bytes.get(at) & 0xFF)
        | (bytes.get(at + 1) & 0xFF) << 8
        | (bytes.get(at + 2) & 0xFF) << 16;
  }
}
