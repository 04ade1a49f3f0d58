package dev.dateline.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.app.instance.Attachment;
import dev.dateline.app.output.ArticlePage;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.schemas.json.ArticleJson;
import dev.dateline.sink.StoredArticle;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline get}: one article with its tags and revisions. */
@Command(
    name = "get",
    description = "Show one stored article with its tags and its revisions.",
    footer = {"", "Example: dateline get 3kq7b2... --output json"})
final class GetCommand implements Callable<Integer> {

  @Mixin private ReaderOptions options = new ReaderOptions();

  @Parameters(paramLabel = "ID", description = "Id of the article, as tail and search print it.")
  private String id = "";

  @Override
  public Integer call() {
    try (Attachment attachment = options.open()) {
      StoredArticle article =
          attachment
              .articles()
              .get(id)
              .orElseThrow(
                  () ->
                      new UserException(
                          ExitCode.NOT_FOUND,
                          "No article has the id '" + id + "'. Find ids with 'dateline search'."));
      print(article);
    }
    return ExitCode.OK.code();
  }

  private void print(StoredArticle article) {
    PrintStream out = Terminal.standardOutput();
    OutputFormat format = options.output().format();
    if (format == OutputFormat.TABLE) {
      ArticlePage.print(out, article);
    } else {
      ObjectNode json = ArticleJson.full(article.latest().article());
      json.put("deleted", article.deleted());
      var revisions = json.putArray("revisions");
      article.revisions().stream()
          .map(revision -> revision.article())
          .forEach(
              event ->
                  revisions
                      .addObject()
                      .put("revision", event.getRevision())
                      .put("change", event.getChange().name())
                      .put("title", event.getArticle().getTitle())
                      .put("enrichedAt", event.getEnrichedAt().toString()));
      out.println(format == OutputFormat.JSON ? json.toPrettyString() : json.toString());
    }
    out.flush();
  }
}
