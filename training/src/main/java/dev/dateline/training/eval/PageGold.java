package dev.dateline.training.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.TarArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A page and what is to be found on it.
 *
 * @param with texts that belong to the article
 * @param without texts that do not
 * @param author as the set writes them, several joined
 * @param date ISO 8601 day
 */
record PageGold(
    String file,
    byte[] page,
    List<String> with,
    List<String> without,
    @Nullable String title,
    @Nullable String author,
    @Nullable String date) {

  /** The pages of trafilatura's evaluation. */
  static List<PageGold> trafilatura(Path data) {
    List<Path> archives = PublicSet.TRAFILATURA.archives(data);
    return read(archives.get(0), pages(List.of(archives.get(1))));
  }

  /** The pages of htmldate's evaluation, which shares many with trafilatura's. */
  static List<PageGold> htmldate(Path data) {
    Path own = PublicSet.HTMLDATE.archives(data).get(1);
    Path shared = PublicSet.TRAFILATURA.archives(data).get(1);
    return read(PublicSet.HTMLDATE.archives(data).get(0), pages(List.of(shared, own)));
  }

  private static Map<String, byte[]> pages(List<Path> archives) {
    Map<String, byte[]> pages = new HashMap<>();
    for (Path archive : archives) {
      TarArchive.readBytes(archive, name -> true)
          .forEach((name, bytes) -> pages.put(name.substring(name.lastIndexOf('/') + 1), bytes));
    }
    return pages;
  }

  private static List<PageGold> read(Path list, Map<String, byte[]> pages) {
    List<PageGold> gold = new ArrayList<>();
    try {
      for (JsonNode page : new ObjectMapper().readTree(Files.readAllBytes(list))) {
        byte[] bytes = pages.get(page.path("file").asText());
        if (bytes != null) {
          gold.add(
              new PageGold(
                  page.path("file").asText(),
                  bytes,
                  texts(page.path("with")),
                  texts(page.path("without")),
                  text(page.path("title")),
                  text(page.path("author")),
                  text(page.path("date"))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gold;
  }

  private static @Nullable String text(JsonNode value) {
    String text = value.isArray() ? String.join("; ", texts(value)) : value.asText("").strip();
    return text.isEmpty() ? null : text;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
