package dev.dateline.benchmarks;

import dev.dateline.enrich.stage.Document;
import dev.dateline.training.data.TopicExamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Articles of 5 KB (UTF-8) in Cyrillic, put together from the leads and sentences that are written
 * for the project. One sentence in two is of those with marked names, so names are as dense as in
 * the news or denser.
 */
final class CyrillicArticles {

  private static final List<String> LANGUAGES = List.of("bg", "ru", "uk");
  private static final Pattern MARK = Pattern.compile("\\[[A-Z]{3} ([^\\]]+)\\]");
  private static final int BYTES = 5_000;
  private static final int ARTICLES_A_LANGUAGE = 16;
  private static final int SENTENCES_A_PARAGRAPH = 3;
  private static final long SEED = 3;

  private CyrillicArticles() {}

  /**
   * The articles; the same on each call.
   *
   * @param examples the folder {@code training/examples}
   * @throws IOException where the examples cannot be read
   */
  static List<Document> read(Path examples) throws IOException {
    List<Document> articles = new ArrayList<>();
    Random random = new Random(SEED);
    for (String language : LANGUAGES) {
      List<String> leads =
          TopicExamples.leads(examples).stream()
              .filter(lead -> lead.language().equals(language))
              .map(TopicExamples.Lead::text)
              .toList();
      List<String> sentences = new ArrayList<>();
      for (String line : Files.readAllLines(examples.resolve("names/" + language + ".tsv"))) {
        sentences.add(MARK.matcher(line).replaceAll("$1"));
      }
      for (int i = 0; i < ARTICLES_A_LANGUAGE; i++) {
        articles.add(article(leads, sentences, random));
      }
    }
    Collections.shuffle(articles, random);
    return articles;
  }

  private static Document article(List<String> leads, List<String> sentences, Random random) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    while (text.toString().getBytes(StandardCharsets.UTF_8).length < BYTES) {
      List<String> source = count % 2 == 0 ? leads : sentences;
      text.append(source.get(random.nextInt(source.size())));
      text.append(++count % SENTENCES_A_PARAGRAPH == 0 ? "\n\n" : " ");
    }
    String title = sentences.get(random.nextInt(sentences.size()));
    return new Document(null, title, text.toString().strip(), null, List.of());
  }
}
