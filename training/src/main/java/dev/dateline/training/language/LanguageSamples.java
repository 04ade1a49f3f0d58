package dev.dateline.training.language;

import dev.dateline.enrich.stage.language.LanguageFeatures;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.linear.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The texts that the language model is trained on: whole sentences, and pieces and rows of them.
 */
final class LanguageSamples {

  private static final Map<String, String> MASAKHANEWS_TAGS =
      Map.of(
          "ibo", "ig", "lin", "ln", "lug", "lg", "orm", "om", "pcm", "pcm", "run", "rn", "sna",
          "sn", "som", "so", "xho", "xh", "yor", "yo");

  private static final int LONGEST_SAMPLE = 1000;

  private final List<String> tags;
  private final Random random;
  private final List<Sample> samples = new ArrayList<>();

  LanguageSamples(List<String> tags, long seed) {
    this.tags = tags;
    this.random = new Random(seed);
  }

  List<Sample> samples() {
    return samples;
  }

  void addSib200(Path data) {
    Map<String, List<Sib200.Sentence>> train = Sib200.read(data, "train");
    SibLanguages.codeByTag()
        .forEach(
            (tag, code) -> {
              List<String> texts = train.get(code).stream().map(Sib200.Sentence::text).toList();
              add(tag, texts);
              if (tag.equals("sr")) {
                add("sr-Latn", texts.stream().map(SerbianLatin::of).toList());
              }
            });
  }

  void addMasakhaNews(Path data, int articlesEach, int length) {
    MasakhaNews.read(data, "train")
        .forEach(
            (code, articles) ->
                add(
                    MASAKHANEWS_TAGS.get(code),
                    articles.stream()
                        .limit(articlesEach)
                        .flatMap(
                            a ->
                                List.of(
                                    a.headline(),
                                    a.text().substring(0, Math.min(length, a.text().length())))
                                    .stream())
                        .toList()));
  }

  void add(String tag, List<String> texts) {
    int language = tags.indexOf(tag);
    if (language < 0) {
      throw new IllegalArgumentException("No such language: " + tag);
    }
    String previous = "";
    for (String text : texts) {
      samples.add(sample(text, language));
      samples.add(sample(piece(text, 20 + random.nextInt(60)), language));
      samples.add(sample(piece(text, 10 + random.nextInt(30)), language));
      if (random.nextInt(3) == 0) {
        samples.add(sample(previous + " " + text, language));
      }
      previous = text;
    }
  }

  private Sample sample(String text, int language) {
    float[] targets = new float[tags.size()];
    targets[language] = 1;
    return new Sample(() -> features(text), 0, 1, targets);
  }

  private static int[] features(String text) {
    LanguageFeatures features = LanguageFeatures.of(text, LONGEST_SAMPLE);
    int[] hashes = new int[features.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = features.hash(i);
    }
    return hashes;
  }

  private String piece(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int start = random.nextInt(text.length() - length);
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, Math.min(text.length(), start + length));
  }
}
