package dev.dateline.enrich.knowledge.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Coordinates;
import dev.dateline.enrich.stage.EntityType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples in the documented shapes of the formats, with invented entities. */
class KnowledgeImportTest {

  private static final Knowledge SHIPPED = Knowledge.load();

  private static final String WIKIDATA =
      """
      [
      {"type":"item","id":"Q900001","labels":{"en":{"language":"en","value":"Port Zulvex"},"zh-hant":{"language":"zh-hant","value":"祖爾港"},"xx":{"language":"xx","value":"Zz"}},"aliases":{"en":[{"language":"en","value":"Zulvexhaven"}]},"claims":{"P625":[{"mainsnak":{"datavalue":{"value":{"latitude":12.5,"longitude":-7.25},"type":"globecoordinate"}},"rank":"normal"}],"P1082":[{"mainsnak":{"datavalue":{"value":{"amount":"+100"}}},"rank":"normal"},{"mainsnak":{"datavalue":{"value":{"amount":"+45000","unit":"1"}}},"rank":"preferred"}],"P17":[{"mainsnak":{"datavalue":{"value":{"entity-type":"item","id":"Q148"}}},"rank":"normal"}]},"sitelinks":{"enwiki":{},"bgwiki":{}}},
      {"type":"item","id":"Q900002","labels":{"en":{"language":"en","value":"Ana Zulova"}},"aliases":[],"claims":{"P106":[{}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q219"}}}}]},"sitelinks":[]},
      {"type":"item","id":"Q900003","labels":{"en":{"language":"en","value":"something"}},"claims":{}},
      {"type":"property","id":"P31","labels":{"en":{"language":"en","value":"instance of"}}},
      {"type":"item","id":"Q900004",
      {"type":"item","id":"Q900005","labels":{"en":{"language":"en","value":"Xi Jinping"}},"claims":{"P569":[{}]},"sitelinks":{}},
      {"type":"item","id":"Q900006","labels":{"en":{"language":"en","value":"Astana"}},"claims":{"P1082":[{}],"P1566":[{"mainsnak":{"datavalue":{"value":"1526273"}}}]}}
      ]
      """;

  @TempDir Path folder;

  @Test
  void itemsOfWikidataAreWhatTheirPropertiesSay() throws IOException {
    KnowledgeImport read = read(SourceFormat.WIKIDATA, file("dump.json", WIKIDATA));

    EntityDraft port = entity(read, "wikidata:Q900001");
    assertThat(port.type()).isEqualTo(EntityType.PLACE);
    assertThat(port.country()).isEqualTo("CN");
    assertThat(port.coordinates()).isEqualTo(new Coordinates(12.5, -7.25));
    assertThat(port.population()).isEqualTo(45_000);
    assertThat(port.names()).containsOnlyKeys("en", "zh-Hant");
    assertThat(port.aliases()).contains("Zulvexhaven");
    EntityDraft ana = entity(read, "wikidata:Q900002");
    assertThat(ana.type()).isEqualTo(EntityType.PERSON);
    assertThat(ana.country()).isEqualTo("BG");
    assertThat(port.prominence()).isGreaterThan(ana.prominence());
    assertThat(read.report().skipped()).isEqualTo(4);
    assertThat(read.report().bad()).isEqualTo(1);
    assertThat(read.report().problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("dump.json") + ":6: is no JSON object");
  }

  @Test
  void whatIsKnownAlreadyKeepsItsId() throws IOException {
    KnowledgeImport read = read(SourceFormat.WIKIDATA, file("dump.json", WIKIDATA));
    assertThat(read.entities())
        .extracting(EntityDraft::id)
        .contains("dateline:person/xi-jinping", "geonames:1526273")
        .doesNotContain("wikidata:Q900005", "wikidata:Q900006");
  }

  @Test
  void compressedDumpsAreTheSame() throws IOException {
    Path gzip = folder.resolve("dump.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(WIKIDATA.getBytes(StandardCharsets.UTF_8));
    }
    Path bzip2 = folder.resolve("dump.json.bz2");
    try (OutputStream out = Files.newOutputStream(bzip2)) {
      // Dumps are made of many streams behind each other.
      int half = WIKIDATA.length() / 2;
      writeStream(out, WIKIDATA.substring(0, half));
      writeStream(out, WIKIDATA.substring(half));
    }
    List<EntityDraft> plain = read(SourceFormat.WIKIDATA, file("d.json", WIKIDATA)).entities();

    assertThat(read(SourceFormat.WIKIDATA, gzip).entities()).isEqualTo(plain);
    assertThat(read(SourceFormat.WIKIDATA, bzip2).entities()).isEqualTo(plain);
  }

  @Test
  void aFileThatIsCutOffGivesWhatItHas() throws IOException {
    Path whole = folder.resolve("whole.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      for (int i = 0; i < 20_000; i++) {
        out.write((i + "\tP\tu\tVula+Zor" + i * 7919 + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, 40_000));

    KnowledgeImport read = read(SourceFormat.JRC_NAMES, cut);

    assertThat(read.entities()).isNotEmpty();
    assertThat(read.report().problems()).last().asString().contains("ends early");
  }

  @Test
  void variantsOfJrcNamesAreOneEntity() throws IOException {
    KnowledgeImport read =
        read(
            SourceFormat.JRC_NAMES,
            file(
                "entities.txt",
                """
                # invented
                70001\tP\tu\tVula+Zor
                70001\tP\tbg\tВула+Зор
                70001\tP\tu\tVoula+Zorr
                70002\tO\tu\tZulvex+Front
                70003\tX\tu\tNobody
                70004\tP
                70005\tP\tu\tXi+Jinping
                70005\tP\tcs\tSi+Ťin-pching
                """));

    EntityDraft vula = entity(read, "jrc-names:70001");
    assertThat(vula.names()).containsEntry("bg", "Вула Зор");
    assertThat(vula.aliases()).contains("Vula Zor", "Voula Zorr");
    assertThat(entity(read, "jrc-names:70002").type()).isEqualTo(EntityType.ORGANIZATION);
    assertThat(entity(read, "dateline:person/xi-jinping").names()).containsKey("cs");
    assertThat(read.report().problems())
        .extracting(problem -> problem.substring(problem.indexOf(".txt:") + 5))
        .containsExactly("6: type 'X' is not P, O or E", "7: 2 fields instead of 4");
  }

  @Test
  void placesOfGeoNamesTakeTheirAlternateNames() throws IOException {
    String row =
        "%d\t%s\t%s\t%s\t42.5\t27.25\t%s\t%s\tBG\t\t\t\t\t\t%d\t\t0\tEurope/Sofia\t2026-01-01\n";
    Path cities =
        file(
            "cities15000.txt",
            row.formatted(1, "Mórgrad", "Morgrad", "mo er ge,Морград", "P", "PPL", 90_000)
                + row.formatted(2, "Mount Zul", "", "", "T", "MT", 0)
                + row.formatted(3, "", "", "", "P", "PPL", 1));
    Path names =
        file(
            "alternateNamesV2.txt",
            """
            11\t1\tde\tMorburg\t\t\t\t\t\t
            12\t1\tde\tMohrburg\t1\t\t\t\t\t
            13\t1\tlink\thttps://example.org/wiki\t\t\t\t\t\t
            14\t1\tbg\tСтарград\t\t\t\t1\t\t
            15\t1\tbg\tМорград\t\t\t\t\t\t
            16\t9\tbg\tДругаде\t\t\t\t\t\t
            17\tbad
            """);

    KnowledgeImport read =
        KnowledgeImport.read(SourceFormat.GEONAMES, List.of(cities, names), SHIPPED, 100);

    assertThat(read.entities()).hasSize(1);
    EntityDraft city = entity(read, "geonames:1");
    assertThat(city.names()).containsEntry("de", "Mohrburg").containsEntry("bg", "Морград");
    assertThat(city.aliases()).contains("Morburg", "Morgrad").doesNotContain("mo er ge");
    assertThat(city.aliases()).doesNotContain("Старград", "https://example.org/wiki");
    assertThat(city.population()).isEqualTo(90_000);
    assertThat(city.prominence()).isEqualTo(124);
    assertThat(read.report().bad()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "north | 27.5 | 1000 | 'north, 27.5' is no latitude and longitude",
        "95    | 27.5 | 1000 | '95, 27.5' is no latitude and longitude",
        "42.5  | 27.5 | many | population 'many' is no whole number"
      })
  void aNumberOfGeoNamesThatIsNoneIsNamed(
      String latitude, String longitude, String people, String problem) throws IOException {
    String line =
        "1\tMorgrad\tMorgrad\t\t%s\t%s\tP\tPPL\tBG"
            + "\t".repeat(6)
            + "%s"
            + "\t\t\tEurope/Sofia\t2026-01-01";

    KnowledgeImport read =
        read(SourceFormat.GEONAMES, file("c.txt", line.formatted(latitude, longitude, people)));

    assertThat(read.entities()).isEmpty();
    assertThat(read.report().problems()).singleElement().asString().contains("c.txt:1", problem);
  }

  @Test
  void rowsOfParaNamesAreGatheredByItem() throws IOException {
    KnowledgeImport read =
        read(
            SourceFormat.PARANAMES,
            file(
                "paranames.tsv",
                """
                wikidata_id\teng\tlabel\tlanguage\ttype
                Q900010\tZulvex Party\tПартия Зулвекс\tbg\tORG
                Q900010\tZulvex Party\tZulvex-Partei\tde\tORG
                Q900011\tMorgrad\tМорград\tbg\tLOC-ORG
                Q900012\tX\tX\tde\tTHING
                Q148\tChina\tΚίνα\tel\tLOC
                """));

    assertThat(entity(read, "wikidata:Q900010").names())
        .containsOnlyKeys("en", "bg", "de")
        .containsEntry("de", "Zulvex-Partei");
    assertThat(entity(read, "wikidata:Q900011").type()).isEqualTo(EntityType.PLACE);
    assertThat(entity(read, "wikidata:Q148").names()).containsEntry("el", "Κίνα");
    assertThat(read.report().problems()).singleElement().asString().contains(".tsv:5: type");
  }

  @Test
  void csvSaysWhatItsHeaderNames() throws IOException {
    KnowledgeImport read =
        read(
            SourceFormat.CSV,
            file(
                "own.csv",
                """
                \uFEFFid,type,name,name:bg,aliases,country,latitude,longitude,population,prominence
                own:zulvex,organization,"Zulvex, Inc.",Зулвекс,ZLX|Zulvex Corp,BG,,,,150
                own:port,PLACE,Port Zulvex,,,,12.5,-7.25,45000,
                own:bad,PLACE,Bad,,,Bulgaria,,,,
                own:far,PLACE,Far,,,,95,0,,
                no id,PLACE,X,,,,,,,
                own:loud,PLACE,Loud,,,,,,,300
                own:short,PLACE
                own:open,PLACE,"Open
                own:kind,THING,Kind,,,,,,,
                """));

    EntityDraft zulvex = entity(read, "own:zulvex");
    assertThat(zulvex.type()).isEqualTo(EntityType.ORGANIZATION);
    assertThat(zulvex.names()).containsEntry("en", "Zulvex, Inc.").containsEntry("bg", "Зулвекс");
    assertThat(zulvex.aliases()).contains("ZLX", "Zulvex Corp");
    assertThat(zulvex.prominence()).isEqualTo(150);
    assertThat(entity(read, "own:port").coordinates()).isEqualTo(new Coordinates(12.5, -7.25));
    assertThat(read.entities()).hasSize(2);
    assertThat(read.report().problems())
        .extracting(problem -> problem.substring(problem.indexOf(".csv:") + 5))
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("4: country 'Bulgaria'"),
            problem -> assertThat(problem).startsWith("5: '95, 0'"),
            problem -> assertThat(problem).startsWith("6: id 'no id'"),
            problem -> assertThat(problem).startsWith("7: prominence '300'"),
            problem -> assertThat(problem).startsWith("8: 2 fields instead of 10"),
            problem -> assertThat(problem).startsWith("9: "),
            problem -> assertThat(problem).startsWith("10: type 'THING'"));
  }

  @Test
  void aHeaderThatLacksAColumnIsNamed() throws IOException {
    KnowledgeImport read = read(SourceFormat.CSV, file("own.csv", "id,name\nown:a,A\n"));
    assertThat(read.entities()).isEmpty();
    assertThat(read.report().problems())
        .first()
        .asString()
        .contains("own.csv:1: the header has no column 'type'");
  }

  @Test
  void bytesThatAreNoTextAreBadLines() throws IOException {
    Path file = folder.resolve("noise.txt");
    Files.write(file, new byte[] {'1', (byte) 0xC0, (byte) 0xFF, '\n', '7', '\n'});
    KnowledgeImport read = read(SourceFormat.JRC_NAMES, file);
    assertThat(read.report().problems()).first().asString().endsWith(":1: is not UTF-8");
    assertThat(read.report().bad()).isEqualTo(2);
  }

  @Test
  void ofTooManyTheMostProminentStay() throws IOException {
    StringBuilder csv = new StringBuilder("id,type,name,prominence\n");
    for (int i = 0; i < 200; i++) {
      csv.append("own:%d,PLACE,Town %d,%d%n".formatted(i, i, i));
    }
    KnowledgeImport read =
        KnowledgeImport.read(
            SourceFormat.CSV, List.of(file("many.csv", csv.toString())), SHIPPED, 50);
    assertThat(read.entities()).hasSize(50).allMatch(entity -> entity.prominence() >= 150);
    assertThat(read.leftOut()).isEqualTo(150);
  }

  private static void writeStream(OutputStream out, String text) throws IOException {
    BZip2CompressorOutputStream stream = new BZip2CompressorOutputStream(out);
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    stream.finish();
  }

  private static KnowledgeImport read(SourceFormat format, Path file) throws IOException {
    return KnowledgeImport.read(format, List.of(file), SHIPPED, 100_000);
  }

  private static EntityDraft entity(KnowledgeImport read, String id) {
    return read.entities().stream()
        .filter(entity -> entity.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
