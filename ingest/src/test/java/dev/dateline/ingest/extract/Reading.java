package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import java.util.List;

/** Reads what tests write down. */
final class Reading {

  private static final ArticleReader READER = new ArticleReader(ExtractLimits.DEFAULT);

  private Reading() {}

  static List<Extraction> all(String content, String name) {
    return READER.read(content.getBytes(UTF_8), name);
  }

  static ExtractedArticle article(String content, String name) {
    return article(all(content, name));
  }

  static ExtractedArticle article(List<Extraction> items) {
    assertThat(items).hasSize(1).first().isInstanceOf(Extracted.class);
    return ((Extracted) items.get(0)).article();
  }

  static Rejected rejected(String content, String name) {
    return rejected(all(content, name));
  }

  static Rejected rejected(List<Extraction> items) {
    assertThat(items).hasSize(1).first().isInstanceOf(Rejected.class);
    return (Rejected) items.get(0);
  }
}
