package dev.dateline.training.eval;

import dev.dateline.training.data.BbcNews;
import dev.dateline.training.data.MasakhaNews;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.data.Sib200;
import dev.dateline.training.data.TarArchive;
import dev.dateline.training.language.SibLanguages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that languages are measured on, by what they are. */
final class LanguageTexts {

  static final String SENTENCE = "1 SIB-200 dev, 60 languages, one sentence";
  static final String ARTICLE = "2 SIB-200 dev, 60 languages, ten sentences";
  static final String BEGINNING = "3 SIB-200 dev, 60 languages, first 45 characters";

  private static final String[] SIXTY =
      ("af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja"
              + " ka ko lt lv mk ml mn mr ms nb nl pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi"
              + " zh")
          .split(" ");

  private static final String[] MASAKHANEWS =
      ("amh am eng en fra fr hau ha ibo ig lin ln lug lg orm om pcm pcm run rn sna sn som so swa sw"
              + " tir ti xho xh yor yo")
          .split(" ");

  private static final int SHORT = 45;
  private static final int SENTENCES = 10;
  private static final int ARTICLES = 40;
  private static final long SEED = 5;

  /** A text and its language, BCP 47. */
  record Text(String language, String text) {}

  private final SortedMap<String, List<Text>> sets = new TreeMap<>();

  LanguageTexts(Path data) {
    take(PublicSet.SIB200, data, () -> addSib200(Sib200.read(data, "dev")));
    take(PublicSet.SLAVNER, data, () -> addSlavNer(data));
    take(PublicSet.MASAKHANEWS, data, () -> addMasakhaNews(data));
    take(PublicSet.BBC, data, () -> addBbc(data));
  }

  /** The texts by set; a name begins with a figure that puts the sets in order. */
  SortedMap<String, List<Text>> sets() {
    return sets;
  }

  private static void take(PublicSet set, Path data, Runnable reader) {
    if (set.isIn(data)) {
      reader.run();
    }
  }

  private void addSib200(Map<String, List<Sib200.Sentence>> dev) {
    Random random = new Random(SEED);
    for (String tag : SIXTY) {
      List<Sib200.Sentence> sentences = dev.get(SibLanguages.codeByTag().get(tag));
      for (Sib200.Sentence sentence : sentences) {
        String text = sentence.text();
        add(SENTENCE, tag, text);
        add(BEGINNING, tag, text.substring(0, Math.min(SHORT, text.length())));
      }
      for (int article = 0; article < ARTICLES; article++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
          text.append(sentences.get(random.nextInt(sentences.size())).text()).append(' ');
        }
        add(ARTICLE, tag, text.toString());
      }
    }
  }

  private void addSlavNer(Path data) {
    TarArchive.read(PublicSet.SLAVNER.archives(data).get(0), name -> name.contains("/raw/"))
        .forEach(
            (name, content) -> {
              String[] steps = name.split("/");
              String[] lines = content.split("\n", 5);
              if (lines.length == 5 && !lines[4].isBlank()) {
                add("4 SlavNER, articles", steps[steps.length - 2], lines[4]);
              }
            });
  }

  private void addMasakhaNews(Path data) {
    Map<String, List<MasakhaNews.Article>> dev = MasakhaNews.read(data, "dev");
    for (int i = 0; i < MASAKHANEWS.length; i += 2) {
      for (MasakhaNews.Article article : dev.getOrDefault(MASAKHANEWS[i], List.of())) {
        add("5 MasakhaNEWS dev, articles", MASAKHANEWS[i + 1], article.text());
        add("6 MasakhaNEWS dev, headlines", MASAKHANEWS[i + 1], article.headline());
      }
    }
  }

  private void addBbc(Path data) {
    for (BbcNews.Article article : BbcNews.read(data)) {
      add("7 BBC, articles", "en", article.text());
      add("8 BBC, headlines", "en", article.headline());
    }
  }

  private void add(String set, String tag, String text) {
    sets.computeIfAbsent(set, name -> new ArrayList<>()).add(new Text(tag, text));
  }
}
