package dev.dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFileTest {

  private static final EntityDraft VARNA =
      draft("geonames:1", Map.of("en", "Varna", "bg", "Варна"), List.of("Stalin"), List.of());
  private static final EntityDraft NICE =
      draft("geonames:2", Map.of("en", "Nice"), List.of(), List.of("Nice"));

  @TempDir Path folder;

  @Test
  void givesBackWhatWasWritten() throws IOException {
    Path file = folder.resolve("k.bin");
    KnowledgeWriter.write(file, List.of(VARNA, NICE));

    Knowledge knowledge = Knowledge.of(List.of(KnowledgeFile.map(file)));

    List<String> found = lookUp(knowledge, "ВАРНА");
    assertThat(found).containsExactly("geonames:1 Варна false");
    assertThat(lookUp(knowledge, "Nice")).containsExactly("geonames:2 Nice true");
    assertThat(lookUp(knowledge, "Burgas")).isEmpty();
    int varna = entity(knowledge, "Stalin");
    assertThat(knowledge.type(varna)).isEqualTo(EntityType.PLACE);
    assertThat(knowledge.country(varna)).isEqualTo("BG");
    assertThat(knowledge.coordinates(varna)).isEqualTo(new Coordinates(43.21667, -27.91667));
    assertThat(knowledge.population(varna)).isEqualTo(312_770);
    assertThat(knowledge.prominence(varna)).isEqualTo(137);
    assertThat(knowledge.name(varna, "bg-Cyrl")).isEqualTo("Варна");
    assertThat(knowledge.name(varna, "fi")).isNull();
  }

  @Test
  void aNameOfSeveralLanguagesIsTheNameInEachOfThem() {
    EntityDraft port =
        draft(
            "geonames:3",
            Map.of("bg", "Порт", "ru", "Порт", "uk", "Порт", "en", "Port", "de", "Port"),
            List.of("Hafen", "port"),
            List.of("Port"));
    Knowledge knowledge = Knowledge.of(List.of(KnowledgeFile.of(List.of(port))));
    int entity = knowledge.find("geonames:3");
    for (String language : port.names().keySet()) {
      assertThat(knowledge.name(entity, language)).isEqualTo(port.names().get(language));
    }
    EntityDraft read = knowledge.entity("geonames:3").orElseThrow();
    assertThat(read.names()).isEqualTo(port.names());
    assertThat(read.aliases()).containsExactly("Hafen");
    assertThat(read.weak()).containsExactly("Port");
  }

  @Test
  void sameEntitiesInAnotherOrderGiveTheSameBytes() {
    List<EntityDraft> drafts = new ArrayList<>(List.of(VARNA, NICE));
    byte[] one = KnowledgeWriter.toBytes(drafts);
    Collections.reverse(drafts);
    assertThat(KnowledgeWriter.toBytes(drafts)).isEqualTo(one);
  }

  @Test
  void overlayGoesBeforeWhatItCovers() throws IOException {
    EntityDraft other = draft("dateline:varna", Map.of("en", "Varna"), List.of(), List.of());
    Knowledge knowledge =
        Knowledge.of(
            List.of(
                KnowledgeFile.of(KnowledgeWriter.toBytes(List.of(other)), "overlay"),
                KnowledgeFile.of(KnowledgeWriter.toBytes(List.of(VARNA)), "base")));
    assertThat(lookUp(knowledge, "Varna"))
        .containsExactly("dateline:varna Varna false", "geonames:1 Varna false");
  }

  @Test
  void refusesAForeignFile() throws IOException {
    Path file = Files.writeString(folder.resolve("k.bin"), "no knowledge ".repeat(50));
    assertThatThrownBy(() -> KnowledgeFile.map(file))
        .isInstanceOf(DamagedKnowledgeException.class)
        .hasMessageContaining("is no knowledge file");
    assertThatThrownBy(() -> KnowledgeFile.of(new byte[0], "empty"))
        .isInstanceOf(DamagedKnowledgeException.class);
  }

  @Test
  void refusesAnotherVersion() {
    byte[] bytes = KnowledgeWriter.toBytes(List.of(VARNA));
    bytes[8] = 9;
    assertThatThrownBy(() -> KnowledgeFile.of(bytes, "k.bin"))
        .isInstanceOf(DamagedKnowledgeException.class)
        .hasMessageContaining("k.bin has format version 9, this program reads 2");
  }

  @Test
  void refusesEveryDamagedByteAndEveryCut() {
    byte[] bytes = KnowledgeWriter.toBytes(List.of(VARNA));
    for (int i = KnowledgeFormat.HEADER; i < bytes.length; i += 997) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> KnowledgeFile.of(damaged, "k.bin"))
          .isInstanceOf(DamagedKnowledgeException.class);
      byte[] cut = java.util.Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> KnowledgeFile.of(cut, "k.bin"))
          .isInstanceOf(DamagedKnowledgeException.class);
    }
  }

  @Test
  void refusesTwoEntitiesWithOneId() {
    assertThatThrownBy(() -> KnowledgeWriter.toBytes(List.of(VARNA, VARNA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("geonames:1");
  }

  private static EntityDraft draft(
      String id, Map<String, String> names, List<String> aliases, List<String> weak) {
    return new EntityDraft(
        id,
        EntityType.PLACE,
        "BG",
        new Coordinates(43.216671, -27.916669),
        312_770,
        137,
        new TreeMap<>(names),
        aliases,
        weak);
  }

  private static List<String> lookUp(Knowledge knowledge, String name) {
    List<String> found = new ArrayList<>();
    knowledge.lookUp(
        new NameKeys().key(name),
        (entity, known, weak) -> found.add(knowledge.id(entity) + " " + known + " " + weak));
    return found;
  }

  private static int entity(Knowledge knowledge, String name) {
    List<Integer> found = new ArrayList<>();
    knowledge.lookUp(new NameKeys().key(name), (entity, known, weak) -> found.add(entity));
    return found.get(0);
  }
}
