package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.training.data.Sib200;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParallelSentencesTest {

  private static final Gazetteer GAZETTEER = new Gazetteer(Knowledge.load());

  @Test
  void marksTheNamesThatThePivotsAgreeOn() {
    var sentences =
        translated(
            Map.of(
                "fr", "Le train relie Berlin à Paris.",
                "es", "El tren une Berlín con París.",
                "it", "Il treno collega Berlino a Parigi.",
                "ru", "Поезд связывает Берлин и Париж."));
    MarkedText marked = sentences.mark("zh", "火车连接柏林和巴黎。", sentences.names(1).get()).get();
    assertThat(marked.names())
        .containsExactly(
            new MarkedName(4, 6, EntityType.PLACE), new MarkedName(7, 9, EntityType.PLACE));
  }

  @Test
  void aSentenceWithoutCapitalsHasNoName() {
    var sentences =
        translated(Map.of("fr", "Le chat dort.", "es", "El gato duerme.", "it", "Il gatto dorme."));
    assertThat(sentences.mark("zh", "猫在睡觉。", sentences.names(1).get()).get().names()).isEmpty();
  }

  @Test
  void leavesOutWhatTheKnowledgeBaseDoesNotExplain() {
    var sentences =
        translated(
            Map.of(
                "fr", "Hier Zoltran Quibbeck a dormi.",
                "es", "Ayer Zoltran Quibbeck durmió.",
                "it", "Ieri Zoltran Quibbeck ha dormito."));
    assertThat(sentences.names(1)).isEmpty();
  }

  @Test
  void leavesOutATranslationThatLacksAName() {
    var sentences =
        translated(
            Map.of(
                "fr", "Le train relie Berlin à Paris.",
                "es", "El tren une Berlín con París.",
                "it", "Il treno collega Berlino a Parigi."));
    assertThat(sentences.mark("zh", "火车开往柏林。", sentences.names(1).get())).isEmpty();
  }

  private static ParallelSentences translated(Map<String, String> translations) {
    var sentences = new ParallelSentences(GAZETTEER);
    translations.forEach(
        (language, text) -> sentences.add(language, List.of(new Sib200.Sentence(1, "", text))));
    return sentences;
  }
}
