package dev.dateline.enrich.register;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import java.time.Instant;

/** Observations of one article at minutes after a start. */
final class Observations {

  static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

  private Observations() {}

  static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  static Article.Builder of(String source, String text, int observedMinute) {
    return Article.newBuilder()
        .setId("a")
        .setUrl("https://news.example/a")
        .setTitle("Title")
        .setText(text)
        .setObservedAt(minute(observedMinute))
        .setSource(Source.newBuilder().setId(source).setKind("feed").build())
        .setProvenance(
            Provenance.newBuilder()
                .setLocation(source + ".xml")
                .setMediaType("application/rss+xml")
                .setCharset("UTF-8")
                .setLength(text.length())
                .setSha256("00")
                .build());
  }

  static Article seen(String source, String text, int observedMinute) {
    return of(source, text, observedMinute).build();
  }

  static Article seen(String source, String text, int observedMinute, int updatedMinute) {
    return of(source, text, observedMinute).setUpdatedAt(minute(updatedMinute)).build();
  }

  static Article deleted(String source, int observedMinute) {
    return of(source, "", observedMinute).setTitle("").setEvent(ArticleEvent.DELETED).build();
  }
}
