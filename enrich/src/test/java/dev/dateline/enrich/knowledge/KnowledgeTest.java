package dev.dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files that tell of the same entities, with invented places. */
class KnowledgeTest {

  private static final EntityDraft MORGRAD =
      place("geonames:1", "BG", 90_000, 124, Map.of("en", "Morgrad", "bg", "Морград"), "Morburg");
  private static final EntityDraft ZULOVO =
      place("geonames:2", "BG", 20_000, 107, Map.of("en", "Zulovo"));
  private static final KnowledgeFile BASE = KnowledgeFile.of(List.of(MORGRAD, ZULOVO));

  @TempDir Path folder;

  @Test
  void overlayCompletesAnEntityAndHasTheLastWordOnWhatItStates() {
    EntityDraft more =
        new EntityDraft(
            "geonames:1",
            EntityType.PLACE,
            "",
            null,
            95_000,
            0,
            new TreeMap<>(Map.of("en", "Morgrad-on-Sea", "fi", "Morlinna")),
            List.of(),
            List.of());
    Knowledge knowledge = Knowledge.of(List.of(KnowledgeFile.of(List.of(more)), BASE));

    assertThat(found(knowledge, "Morlinna")).containsExactly("geonames:1");
    assertThat(found(knowledge, "Morburg")).containsExactly("geonames:1");
    int morgrad = knowledge.find("geonames:1");
    assertThat(knowledge.name(morgrad, "en")).isEqualTo("Morgrad-on-Sea");
    assertThat(knowledge.name(morgrad, "bg")).isEqualTo("Морград");
    assertThat(knowledge.population(morgrad)).isEqualTo(95_000);
    assertThat(knowledge.prominence(morgrad)).isEqualTo(124);
    assertThat(knowledge.country(morgrad)).isEqualTo("BG");
    assertThat(knowledge.coordinates(morgrad)).isEqualTo(MORGRAD.coordinates());
    assertThat(knowledge.entityCount()).isEqualTo(2);
    assertThat(knowledge.prominent(120)).containsExactly(morgrad);
    EntityDraft whole = knowledge.entity("geonames:1").orElseThrow();
    assertThat(whole.names()).containsEntry("bg", "Морград").containsEntry("fi", "Morlinna");
    assertThat(whole.aliases()).contains("Morburg", "Morgrad");
  }

  @Test
  void ofThreeFilesTheLatestThatStatesAPropertyCounts() {
    EntityDraft early = place("geonames:1", "GR", 0, 90, Map.of("fi", "Vanha"));
    EntityDraft late = place("geonames:1", "", 0, 90, Map.of("fi", "Uusi"));
    Knowledge knowledge =
        Knowledge.of(
            List.of(KnowledgeFile.of(List.of(late)), KnowledgeFile.of(List.of(early)), BASE));

    int morgrad = knowledge.find("geonames:1");
    assertThat(knowledge.name(morgrad, "fi")).isEqualTo("Uusi");
    assertThat(knowledge.country(morgrad)).isEqualTo("GR");
    assertThat(knowledge.name(morgrad, "bg")).isEqualTo("Морград");
    assertThat(found(knowledge, "Vanha")).containsExactly("geonames:1");
  }

  @Test
  void correctionIsTheWholeTruthAndRemovalHides() {
    Knowledge before = Knowledge.of(List.of(BASE));
    EntityDraft corrected = place("geonames:1", "GR", 5, 90, Map.of("en", "Morgrad"));

    Knowledge after =
        before.corrected(new Corrections(Map.of("geonames:1", corrected), Set.of("geonames:2")));

    assertThat(after.country(after.find("geonames:1"))).isEqualTo("GR");
    assertThat(after.prominence(after.find("geonames:1"))).isEqualTo(90);
    assertThat(after.name(after.find("geonames:1"), "bg")).isNull();
    assertThat(found(after, "Morburg")).isEmpty();
    assertThat(found(after, "Morgrad")).containsExactly("geonames:1");
    assertThat(found(after, "Zulovo")).isEmpty();
    assertThat(after.find("geonames:2")).isEqualTo(-1);
    assertThat(after.version()).isNotEqualTo(before.version()).endsWith(before.version());
    assertThat(found(before, "Zulovo")).containsExactly("geonames:2");
    assertThat(before.corrected(Corrections.NONE)).isSameAs(before);
    assertThat(before.corrected(new Corrections(Map.of(), Set.of("geonames:2"))).version())
        .isNotEqualTo(before.corrected(new Corrections(Map.of(), Set.of("geonames:1"))).version());
  }

  @Test
  void overlaysAreNumberedAndTheLatestGoesFirst() throws IOException {
    Overlays overlays = new Overlays(folder.resolve("knowledge"));
    assertThat(overlays.list()).isEmpty();

    overlays.add("csv", List.of(MORGRAD));
    overlays.add("jrc-names", List.of(ZULOVO));
    Path notes = Files.writeString(folder.resolve("knowledge/notes.txt"), "not ours");
    for (Overlays.Overlay overlay : overlays.list()) {
      assertThat(Files.getPosixFilePermissions(overlay.path()))
          .as("as readable as any file")
          .isEqualTo(Files.getPosixFilePermissions(notes));
    }

    assertThat(overlays.list())
        .extracting(overlay -> overlay.path().getFileName().toString())
        .containsExactly("0002-jrc-names.bin", "0001-csv.bin");
    Knowledge knowledge = overlays.load();
    assertThat(found(knowledge, "Zulovo")).contains("geonames:2");
    assertThat(knowledge.find("wikidata:Q148")).isNotNegative();
  }

  private static EntityDraft place(
      String id,
      String country,
      int population,
      int prominence,
      Map<String, String> names,
      String... aliases) {
    @Nullable Coordinates where = population > 10 ? new Coordinates(42.5, 27.25) : null;
    return new EntityDraft(
        id,
        EntityType.PLACE,
        country,
        where,
        population,
        prominence,
        new TreeMap<>(names),
        List.of(aliases),
        List.of());
  }

  private static List<String> found(Knowledge knowledge, String name) {
    List<String> found = new ArrayList<>();
    knowledge.lookUp(
        new NameKeys().key(name),
        (entity, known, weak) -> {
          if (known.equals(name)) {
            found.add(knowledge.id(entity));
          }
        });
    return found;
  }
}
