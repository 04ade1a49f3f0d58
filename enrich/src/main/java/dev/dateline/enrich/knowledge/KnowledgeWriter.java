package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Writes knowledge files. The same entities give the same bytes, in whatever order they come. */
public final class KnowledgeWriter {

  private static final int MOST_WORDS = 12;

  private final List<EntityDraft> entities;
  private final NameKeys keys = new NameKeys();
  private final Map<String, Integer> stringNumbers = new HashMap<>();
  private final List<byte[]> strings = new ArrayList<>();
  private final List<String> languages;
  private final byte[] reach = new byte[KnowledgeFormat.BUCKETS];

  private record Posting(long key, int string, int entity) {}

  private KnowledgeWriter(Collection<EntityDraft> drafts) {
    TreeMap<String, EntityDraft> byId = new TreeMap<>();
    for (EntityDraft draft : drafts) {
      if (byId.put(draft.id(), draft) != null) {
        throw new IllegalArgumentException("Two entities with the id " + draft.id());
      }
    }
    entities = List.copyOf(byId.values());
    TreeSet<String> tags = new TreeSet<>();
    entities.forEach(entity -> tags.addAll(entity.names().keySet()));
    languages = List.copyOf(tags);
  }

  /** Writes the entities to a file, which replaces an older one at once or not at all. */
  public static void write(Path file, Collection<EntityDraft> entities) throws IOException {
    byte[] bytes = toBytes(entities);
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, file.getFileName().toString(), ".part");
    Files.write(draft, bytes);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The bytes of a knowledge file. */
  public static byte[] toBytes(Collection<EntityDraft> entities) {
    return new KnowledgeWriter(entities).build();
  }

  private byte[] build() {
    if (languages.size() > 255 || entities.size() >= KnowledgeFormat.MOST_ENTITIES) {
      throw new IllegalArgumentException("Too many languages or entities for one file");
    }
    collectStrings();
    List<byte[]> sections = new ArrayList<>();
    sections.add(String.join("\n", languages).getBytes(StandardCharsets.UTF_8));
    addStrings(sections);
    addEntities(sections);
    addKeys(sections);
    sections.add(reach);
    return assemble(sections);
  }

  private void collectStrings() {
    TreeSet<String> sorted = new TreeSet<>();
    for (EntityDraft entity : entities) {
      sorted.add(entity.id());
      sorted.addAll(entity.names().values());
      sorted.addAll(entity.aliases());
      sorted.addAll(entity.weak());
    }
    if (sorted.size() >= KnowledgeFormat.MOST_STRINGS) {
      throw new IllegalArgumentException("Too many names for one file: " + sorted.size());
    }
    for (String string : sorted) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > KnowledgeFormat.LONGEST_STRING) {
        throw new IllegalArgumentException("Name longer than 255 bytes: " + string);
      }
      stringNumbers.put(string, strings.size());
      strings.add(bytes);
    }
  }

  private void addStrings(List<byte[]> sections) {
    Output index = new Output();
    Output coded = new Output();
    byte[] before = new byte[0];
    for (int i = 0; i < strings.size(); i++) {
      byte[] bytes = strings.get(i);
      int shared = 0;
      if (i % KnowledgeFormat.BLOCK == 0) {
        index.putInt(coded.size());
      } else {
        while (shared < Math.min(before.length, bytes.length) && before[shared] == bytes[shared]) {
          shared++;
        }
      }
      coded.write(shared);
      coded.write(bytes.length - shared);
      coded.write(bytes, shared, bytes.length - shared);
      before = bytes;
    }
    sections.add(index.toByteArray());
    sections.add(coded.toByteArray());
  }

  private void addEntities(List<byte[]> sections) {
    Output records = new Output();
    Output canonical = new Output();
    for (EntityDraft entity : entities) {
      records.write(entity.type().ordinal());
      records.write(entity.prominence());
      records.write(entity.country().isEmpty() ? 0 : entity.country().charAt(0));
      records.write(entity.country().isEmpty() ? 0 : entity.country().charAt(1));
      Coordinates where = entity.coordinates();
      records.putInt(where == null ? KnowledgeFormat.NOWHERE : degrees(where.latitude()));
      records.putInt(where == null ? KnowledgeFormat.NOWHERE : degrees(where.longitude()));
      records.putInt(entity.population());
      records.putInt(number(entity.id()));
      records.putInt(canonical.size());
      canonical.write(entity.names().size());
      entity
          .names()
          .forEach(
              (language, name) -> {
                canonical.write(languages.indexOf(language));
                canonical.putThreeBytes(number(name));
              });
    }
    sections.add(records.toByteArray());
    sections.add(canonical.toByteArray());
  }

  private void addKeys(List<byte[]> sections) {
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < entities.size(); i++) {
      addPostings(i, postings);
    }
    postings.sort(
        Comparator.comparing(Posting::key, Long::compareUnsigned)
            .thenComparing(Posting::entity)
            .thenComparing(Posting::string));
    Output buckets = new Output();
    Output fingerprints = new Output();
    Output values = new Output();
    int bucket = 0;
    for (int i = 0; i < postings.size(); i++) {
      Posting posting = postings.get(i);
      while (bucket <= KnowledgeFormat.bucket(posting.key())) {
        buckets.putInt(i);
        bucket++;
      }
      fingerprints.putInt(KnowledgeFormat.fingerprint(posting.key()));
      values.putThreeBytes(posting.string());
      values.putThreeBytes(posting.entity());
    }
    for (; bucket <= KnowledgeFormat.BUCKETS; bucket++) {
      buckets.putInt(postings.size());
    }
    sections.add(buckets.toByteArray());
    sections.add(fingerprints.toByteArray());
    sections.add(values.toByteArray());
  }

  /** One posting for each name that reads differently from the entity's other names. */
  private void addPostings(int entity, List<Posting> postings) {
    EntityDraft draft = entities.get(entity);
    Map<String, Integer> names = new LinkedHashMap<>();
    Set<String> weak = new HashSet<>(draft.weak());
    draft.names().values().forEach(name -> names.putIfAbsent(reading(name), flagged(name, weak)));
    draft.aliases().forEach(name -> names.putIfAbsent(reading(name), flagged(name, weak)));
    draft.weak().forEach(name -> names.putIfAbsent(reading(name), flagged(name, weak)));
    for (Integer flagged : names.values()) {
      String name =
          new String(strings.get(flagged & ~KnowledgeFormat.WEAK), StandardCharsets.UTF_8);
      long key = key(name);
      if (key != NameKeys.START) {
        postings.add(new Posting(key, flagged, entity));
      }
    }
  }

  private int flagged(String name, Set<String> weak) {
    return number(name) | (weak.contains(name) ? KnowledgeFormat.WEAK : 0);
  }

  private static String reading(String name) {
    StringBuilder reading = new StringBuilder();
    Tokens tokens = Tokens.words(name);
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isSymbol(i)) {
        reading.append(NameKeys.folded(tokens.word(i))).append(' ');
      }
    }
    return reading.toString();
  }

  /** The key of a name; notes how far names with this first word reach. */
  private long key(String name) {
    Tokens tokens = Tokens.words(name);
    long key = NameKeys.START;
    long first = 0;
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isSymbol(i)) {
        continue;
      }
      long word = keys.word(name, tokens.start(i), tokens.end(i));
      key = NameKeys.append(key, word);
      if (words++ == 0) {
        first = word;
      }
    }
    if (words == 0 || words > MOST_WORDS) {
      return NameKeys.START;
    }
    int slot = KnowledgeFormat.reachSlot(first);
    reach[slot] = (byte) Math.max(reach[slot], words);
    return key;
  }

  private int number(String string) {
    Integer number = stringNumbers.get(string);
    if (number == null) {
      throw new IllegalStateException("Unknown string");
    }
    return number;
  }

  private static int degrees(double value) {
    return (int) Math.round(value * 1e5);
  }

  private static byte[] assemble(List<byte[]> sections) {
    int total = KnowledgeFormat.HEADER;
    for (byte[] section : sections) {
      total += section.length;
    }
    ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    file.position(KnowledgeFormat.HEADER);
    ByteBuffer table = file.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(20);
    for (byte[] section : sections) {
      table.putInt(file.position()).putInt(section.length);
      file.put(section);
    }
    CRC32 checksum = new CRC32();
    checksum.update(file.array(), KnowledgeFormat.HEADER, total - KnowledgeFormat.HEADER);
    file.putLong(0, KnowledgeFormat.MAGIC);
    file.putInt(8, KnowledgeFormat.VERSION);
    file.putInt(12, (int) checksum.getValue());
    file.putInt(16, sections.size());
    return file.array();
  }

  /** Little-endian numbers into a growing array. */
  private static final class Output extends ByteArrayOutputStream {

    void putInt(int value) {
      write(value);
      write(value >>> 8);
      write(value >>> 16);
      write(value >>> 24);
    }

    void putThreeBytes(int value) {
      write(value);
      write(value >>> 8);
      write(value >>> 16);
    }
  }
}
