package dev.dateline.testkit.feeds;

import java.util.SplittableRandom;

/** Sentences of words that nobody uses, so that articles have little in common by chance. */
final class Words {

  private static final String[] LATIN = {
    "ba", "den", "fi", "gor", "hu", "kel", "lo", "mir", "na", "pol", "ru", "sat", "ti", "vam", "zu"
  };
  private static final String[] CYRILLIC = {
    "ба", "ден", "фи", "гор", "ху", "кел", "ло", "мир", "на", "пол", "ру", "сат", "ти", "вам", "зу"
  };

  private final SplittableRandom random;
  private final String[] syllables;

  Words(SplittableRandom random, boolean cyrillic) {
    this.random = random;
    this.syllables = cyrillic ? CYRILLIC : LATIN;
  }

  /** A headline of six words. */
  String headline() {
    return sentence(6);
  }

  /** Eight sentences. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(i == 0 ? "" : " ").append(sentence(12)).append('.');
    }
    return text.toString();
  }

  private String sentence(int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : " ");
      int length = 2 + random.nextInt(3);
      for (int j = 0; j < length; j++) {
        sentence.append(syllables[random.nextInt(syllables.length)]);
      }
    }
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
