package dev.dateline.enrich.knowledge;

import dev.dateline.enrich.stage.Coordinates;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32;

/** Writes knowledge files. The same entities give the same bytes, in whatever order they come. */
public final class KnowledgeWriter {

  private final List<EntityDraft> entities;
  private final List<EntityNames> entityNames;
  private final List<String> languages;
  private final Map<String, Integer> numbers = new HashMap<>();

  private KnowledgeWriter(Collection<EntityDraft> drafts) {
    TreeMap<String, EntityDraft> byId = new TreeMap<>();
    for (EntityDraft draft : drafts) {
      if (byId.put(draft.id(), draft) != null) {
        throw new IllegalArgumentException("Two entities with the id " + draft.id());
      }
    }
    entities = List.copyOf(byId.values());
    NameKeys keys = new NameKeys();
    entityNames = entities.stream().map(entity -> EntityNames.of(entity, keys)).toList();
    TreeSet<String> tags = new TreeSet<>();
    entities.forEach(entity -> tags.addAll(entity.names().keySet()));
    languages = List.copyOf(tags);
  }

  /** Writes the entities to a file, which replaces an older one at once or not at all. */
  public static void write(Path file, Collection<EntityDraft> entities) throws IOException {
    byte[] bytes = toBytes(entities);
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    // Not a temporary file, which only its owner may read.
    Path draft = directory.resolve(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The bytes of a knowledge file. */
  public static byte[] toBytes(Collection<EntityDraft> entities) {
    return new KnowledgeWriter(entities).build();
  }

  private byte[] build() {
    if (languages.size() > KnowledgeFormat.MOST_LANGUAGES
        || entities.size() > KnowledgeFormat.MOST_ENTITIES) {
      throw new IllegalArgumentException("Too many languages or entities for one file");
    }
    List<byte[]> names = names();
    List<byte[]> ids = entities.stream().map(entity -> encoded(entity.id())).toList();
    List<byte[]> texts = new ArrayList<>(StringTable.remainders(names));
    texts.addAll(StringTable.remainders(ids));
    SymbolTable symbols = SymbolTable.train(texts);
    List<byte[]> sections = new ArrayList<>();
    sections.add(String.join("\n", languages).getBytes(StandardCharsets.UTF_8));
    sections.add(symbols.toBytes());
    StringTable.write(names, symbols, sections);
    StringTable.write(ids, symbols, sections);
    addEntities(sections);
    new NamePostings(entityNames).write(sections);
    return assemble(sections);
  }

  /** Every name once, sorted and numbered. */
  private List<byte[]> names() {
    TreeSet<String> sorted = new TreeSet<>();
    entityNames.forEach(names -> sorted.addAll(names.listed()));
    if (sorted.size() >= KnowledgeFormat.MOST_STRINGS) {
      throw new IllegalArgumentException("Too many names for one file: " + sorted.size());
    }
    sorted.forEach(name -> numbers.put(name, numbers.size()));
    return sorted.stream().map(KnowledgeWriter::encoded).toList();
  }

  private static byte[] encoded(String string) {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > StringTable.LONGEST) {
      throw new IllegalArgumentException("Name longer than 255 bytes: " + string);
    }
    return bytes;
  }

  private void addEntities(List<byte[]> sections) {
    Output records = new Output();
    Output lists = new Output();
    for (int i = 0; i < entities.size(); i++) {
      EntityDraft entity = entities.get(i);
      records.write(entity.type().ordinal());
      records.write(entity.prominence());
      records.write(entity.country().isEmpty() ? 0 : entity.country().charAt(0));
      records.write(entity.country().isEmpty() ? 0 : entity.country().charAt(1));
      Coordinates where = entity.coordinates();
      records.putInt(where == null ? KnowledgeFormat.NOWHERE : degrees(where.latitude()));
      records.putInt(where == null ? KnowledgeFormat.NOWHERE : degrees(where.longitude()));
      records.putInt(entity.population());
      records.putInt(lists.size());
      addNames(entity.id(), entityNames.get(i), lists);
    }
    sections.add(records.toByteArray());
    sections.add(lists.toByteArray());
  }

  private void addNames(String id, EntityNames names, Output list) {
    int count = names.listed().size();
    if (count >= KnowledgeFormat.MOST_NAMES) {
      throw new IllegalArgumentException("Too many names of " + id + ": " + count);
    }
    list.write(count);
    list.write(count >>> 8);
    list.write(names.users().size());
    for (String name : names.listed()) {
      list.putThreeBytes(number(name) | (names.weak().contains(name) ? KnowledgeFormat.WEAK : 0));
    }
    for (List<String> users : names.users()) {
      for (int i = 0; i < users.size(); i++) {
        int more = i + 1 < users.size() ? KnowledgeFormat.MORE : 0;
        list.write(languages.indexOf(users.get(i)) | more);
      }
    }
  }

  private int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalStateException("Unknown name");
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
}
