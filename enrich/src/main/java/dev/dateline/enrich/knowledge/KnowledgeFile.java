package dev.dateline.enrich.knowledge;

import static dev.dateline.enrich.knowledge.KnowledgeFormat.BUCKETS;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.ENTITIES;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.ENTITY_NAMES;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.IDS;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.ID_INDEX;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.KEYS;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.LANGUAGES;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.NAMES;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.NAME_INDEX;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.POSTINGS;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.REACH;
import static dev.dateline.enrich.knowledge.KnowledgeFormat.SYMBOLS;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A knowledge file in memory or mapped into it. Nothing is unpacked: every answer is read from the
 * bytes. Immutable and thread-safe.
 */
public final class KnowledgeFile {

  private static final EntityType[] TYPES = EntityType.values();

  /** The news names the same things again and again; a power of two. */
  private static final int REMEMBERED = 1 << 12;

  private final ByteBuffer bytes;
  private final Map<String, Integer> languages = new HashMap<>();
  private final StringTable names;
  private final StringTable ids;
  private final int[] offset = new int[KnowledgeFormat.SECTIONS];
  private final int[] length = new int[KnowledgeFormat.SECTIONS];
  private final int buckets;
  private final String version;

  /** What was found last. Threads may overwrite each other's entries, which are whole each. */
  private final @Nullable Found[] remembered = new Found[REMEMBERED];

  private record Found(String id, int entity) {}

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
    byte[] tags = new byte[length[LANGUAGES]];
    bytes.get(offset[LANGUAGES], tags);
    for (String tag : new String(tags, StandardCharsets.UTF_8).split("\n")) {
      languages.put(tag, languages.size());
    }
    SymbolTable symbols = SymbolTable.read(bytes.slice(offset[SYMBOLS], length[SYMBOLS]));
    names = new StringTable(bytes, offset[NAME_INDEX], offset[NAMES], symbols);
    ids = new StringTable(bytes, offset[ID_INDEX], offset[IDS], symbols);
    buckets = length[BUCKETS] / Integer.BYTES - 1;
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

  /** A file of these entities that lies in memory alone. */
  static KnowledgeFile of(Collection<EntityDraft> entities) {
    try {
      return of(KnowledgeWriter.toBytes(entities), "memory");
    } catch (DamagedKnowledgeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Format version and checksum: changes whenever the content does. */
  public String version() {
    return version;
  }

  /** How many entities the file holds. */
  public int entityCount() {
    return length[ENTITIES] / KnowledgeFormat.ENTITY;
  }

  /** How many names can be found in it. */
  public int nameCount() {
    return length[POSTINGS] / Integer.BYTES;
  }

  /** Number of the entity with an id, or -1. */
  int find(String id) {
    Found before = remembered[id.hashCode() & REMEMBERED - 1];
    if (before != null && before.id().equals(id)) {
      return before.entity();
    }
    int entity = search(id);
    remembered[id.hashCode() & REMEMBERED - 1] = new Found(id, entity);
    return entity;
  }

  /** The entities are in the order of their ids. */
  private int search(String id) {
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
    return bytes.get(at) == 0 ? "" : CountryCodes.of(bytes.get(at), bytes.get(at + 1));
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
    return ids.get(entity);
  }

  /** Canonical name in exactly this language. */
  @Nullable String name(int entity, String language) {
    Integer wanted = languages.get(language);
    if (wanted == null) {
      return null;
    }
    int count = nameCount(entity);
    int at = nameList(entity) + 3 * count;
    for (int i = 0; i < canonicalCount(entity); i++) {
      int user;
      do {
        user = bytes.get(at++);
        if ((user & KnowledgeFormat.MORE - 1) == wanted) {
          return name(entity, i);
        }
      } while ((user & KnowledgeFormat.MORE) != 0);
    }
    return null;
  }

  private int nameList(int entity) {
    return offset[ENTITY_NAMES] + bytes.getInt(record(entity) + 16) + 3;
  }

  private int nameCount(int entity) {
    return bytes.getShort(nameList(entity) - 3) & 0xFFFF;
  }

  private int canonicalCount(int entity) {
    return bytes.get(nameList(entity) - 1) & 0xFF;
  }

  /** One of the names of an entity, by its place among them. */
  private String name(int entity, int place) {
    return names.get(threeBytes(nameList(entity) + 3 * place) & ~KnowledgeFormat.WEAK);
  }

  private boolean isWeak(int entity, int place) {
    return (threeBytes(nameList(entity) + 3 * place) & KnowledgeFormat.WEAK) != 0;
  }

  /** Everything that the file says of an entity. */
  EntityDraft draft(int entity) {
    SortedMap<String, String> canonical = new TreeMap<>();
    languages.keySet().stream()
        .filter(language -> name(entity, language) != null)
        .forEach(language -> canonical.put(language, name(entity, language)));
    List<String> aliases = new ArrayList<>();
    List<String> weak = new ArrayList<>();
    for (int i = 0; i < nameCount(entity); i++) {
      if (isWeak(entity, i)) {
        weak.add(name(entity, i));
      } else if (i >= canonicalCount(entity)) {
        aliases.add(name(entity, i));
      }
    }
    return new EntityDraft(
        id(entity),
        type(entity),
        country(entity),
        coordinates(entity),
        population(entity),
        prominence(entity),
        canonical,
        aliases,
        weak);
  }

  /** The most words of a name whose first word has this hash; 0 if no name begins so. */
  int reach(long firstWord) {
    return bytes.get(offset[REACH] + KnowledgeFormat.reachSlot(firstWord, length[REACH]));
  }

  /** Position of the first posting under a key, or -1. */
  int firstPosting(long key) {
    int bucket = offset[BUCKETS] + Integer.BYTES * KnowledgeFormat.bucket(key, buckets);
    int from = bytes.getInt(bucket);
    int to = bytes.getInt(bucket + Integer.BYTES);
    int wanted = KnowledgeFormat.fingerprint(key);
    for (int i = from; i < to; i++) {
      if (fingerprint(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the posting behind {@code posting} is under the same key. */
  boolean hasNextPosting(int posting) {
    return posting + 1 < nameCount() && fingerprint(posting + 1) == fingerprint(posting);
  }

  String postingName(int posting) {
    return name(postingEntity(posting), postingPlace(posting));
  }

  boolean postingIsWeak(int posting) {
    return isWeak(postingEntity(posting), postingPlace(posting));
  }

  int postingEntity(int posting) {
    return posting(posting) >>> KnowledgeFormat.NAME_BITS;
  }

  private int postingPlace(int posting) {
    return posting(posting) & KnowledgeFormat.MOST_NAMES - 1;
  }

  private int record(int entity) {
    return offset[ENTITIES] + KnowledgeFormat.ENTITY * entity;
  }

  private int fingerprint(int posting) {
    return threeBytes(offset[KEYS] + KnowledgeFormat.KEY * posting);
  }

  private int posting(int posting) {
    return bytes.getInt(offset[POSTINGS] + Integer.BYTES * posting);
  }

  /** Other sections follow, so that a fourth byte is there to be read. */
  private int threeBytes(int at) {
    return bytes.getInt(at) & 0xFFFFFF;
  }
}
