package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitySampleTest {

  private static final Map<String, Boolean> VERDICTS =
      Map.of("wikidata:Q1\tgeonames:1", true, "wikidata:Q2\tgeonames:9", false);

  @Test
  void whatIsUnlinkedWrongOrUncheckedIsNotRight() {
    CitySample sample =
        CitySample.draw(
            List.of(city(1, "geonames:1"), city(2, "geonames:9"), city(3, null), city(4, "x:4")));

    assertThat(sample.rate(VERDICTS)).hasToString("25.0 (1 of 4)");
    assertThat(sample.unlinked()).isEqualTo(1);
    assertThat(sample.unchecked(VERDICTS)).isEqualTo(1);
  }

  @Test
  void aNameWithoutACapitalIsCountedApart() {
    CitySample.City adjective =
        new CitySample.City("adjective", "base", "wikidata:Q3", null, "context");
    CitySample sample = CitySample.draw(List.of(city(1, "geonames:1"), adjective));

    assertThat(sample.rate(VERDICTS)).hasToString("50.0 (1 of 2)");
    assertThat(sample.capitalizedRate(VERDICTS)).hasToString("100.0 (1 of 1)");
  }

  @Test
  void theDrawDoesNotDependOnTheLinks() {
    List<CitySample.City> linked = new ArrayList<>();
    List<CitySample.City> unlinked = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      linked.add(city(i % 2, "geonames:" + i % 2));
      unlinked.add(city(i % 2, null));
    }
    CitySample one = CitySample.draw(linked);
    CitySample other = CitySample.draw(unlinked);

    assertThat(one.rate(VERDICTS).all()).isEqualTo(200);
    assertThat(other.unlinked()).isEqualTo(200);
  }

  @Test
  void aPersonGetsALineForEachName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sample.tsv");

    CitySample.draw(List.of(city(1, "geonames:1"), city(3, null)))
        .write(file, Knowledge.load(), VERDICTS);

    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("right\twikidata:Q1\tgeonames:1\t"))
        .anyMatch(line -> line.startsWith("?\twikidata:Q3\t-\t"));
  }

  private static CitySample.City city(int number, @Nullable String id) {
    return new CitySample.City("Form", "base", "wikidata:Q" + number, id, "context");
  }
}
