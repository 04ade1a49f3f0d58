package dev.dateline.app.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.json.ArticleJson;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;

/** Prints articles one after the other, as they come; a JSON array is closed at the end. */
public final class ArticlePrinter implements AutoCloseable {

  private final PrintStream out;
  private final OutputFormat format;
  private final ArticleLine line;
  private boolean first = true;

  public ArticlePrinter(PrintStream out, OutputFormat format) {
    this.out = out;
    this.format = format;
    this.line = new ArticleLine(Terminal.columns(), ZoneId.systemDefault());
  }

  /** Prints one article. */
  public void print(Instant time, EnrichedArticle article) {
    switch (format) {
      case TABLE -> out.println(line.format(time, article));
      case NDJSON -> out.println(ArticleJson.full(article));
      case JSON -> element(ArticleJson.full(article));
    }
    out.flush();
  }

  /** Prints an object that is more than an article, in the JSON formats. */
  public void print(ObjectNode object) {
    if (format == OutputFormat.JSON) {
      element(object);
    } else {
      out.println(object);
    }
    out.flush();
  }

  private void element(ObjectNode object) {
    out.print(first ? "[" : ",");
    out.println();
    out.print(object.toPrettyString());
    first = false;
  }

  /** Whether the reader has gone away, as {@code head} does. */
  public boolean isBroken() {
    return out.checkError();
  }

  @Override
  public void close() {
    if (format == OutputFormat.JSON) {
      out.println(first ? "[]" : "\n]");
    }
    out.flush();
  }
}
