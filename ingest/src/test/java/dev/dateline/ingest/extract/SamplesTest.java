package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples that newcomers run: all are read, but the one that is broken on purpose. */
class SamplesTest {

  private static final Path SAMPLES = Path.of("..", "samples");

  private final ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);

  @Test
  void everySampleIsReadExceptTheBrokenOne() throws IOException {
    List<Extraction> all = readAll();

    assertThat(all).hasSize(35);
    assertThat(all)
        .filteredOn(Rejected.class::isInstance)
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.origin().location()).isEqualTo("broken/truncated.json");
              assertThat(((Rejected) rejected).message()).contains("ends in the middle at line");
            });
  }

  @Test
  void everyArticleHasAHeadlineAndParagraphsWithoutTheFurnitureOfItsPage() throws IOException {
    assertThat(readAll())
        .filteredOn(Extracted.class::isInstance)
        .allSatisfy(
            item -> {
              ExtractedArticle article = ((Extracted) item).article();
              assertThat(article.title()).isNotBlank().doesNotContain(" | ");
              assertThat(article.text().split("\n\n")).hasSizeBetween(5, 6);
              assertThat(article.text()).doesNotContain("©", "ookies").doesNotStartWith("29 ");
            });
  }

  @Test
  void copiesAndRevisionsHaveOneIdAndAllOthersTheirOwn() throws IOException {
    List<String> ids =
        readAll().stream()
            .filter(Extracted.class::isInstance)
            .map(Extracted.class::cast)
            .map(
                item ->
                    ArticleIds.of(
                        "samples", item.article(), item.origin().location(), item.origin().item()))
            .toList();

    assertThat(ids).hasSize(34);
    assertThat(ids.stream().distinct()).hasSize(32);
  }

  private List<Extraction> readAll() throws IOException {
    List<Extraction> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> FileNames.reasonToSkip(file.toString()).isEmpty())
          .sorted()
          .forEach(file -> all.addAll(read(file)));
    }
    return all;
  }

  private List<Extraction> read(Path file) {
    List<Extraction> items = new ArrayList<>();
    try (ArticleStream stream = reader.open(file, SAMPLES.relativize(file).toString())) {
      stream.forEachRemaining(items::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return items;
  }
}
