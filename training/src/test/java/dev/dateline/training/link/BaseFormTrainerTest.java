package dev.dateline.training.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.BaseFormModel;
import dev.dateline.enrich.stage.link.BaseFormOptions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaseFormTrainerTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load();

  @Test
  void learnsFromExamplesAndGivesTheSameWeightsAgain() {
    BaseFormModel model = trained().train();
    BaseFormOptions options = new BaseFormOptions(KNOWLEDGE, "ru");
    assertThat(model.base("Зулимова", EntityType.PERSON, Set.of(), options)).isEqualTo("Зулимов");
    assertThat(trained().trainWeights()).isEqualTo(trained().trainWeights());
  }

  private static BaseFormTrainer trained() {
    BaseFormTrainer trainer = new BaseFormTrainer(KNOWLEDGE);
    for (String name : new String[] {"Рудаков", "Ежов", "Ластов", "Дёмов", "Зимов"}) {
      trainer.add("ru", name + "а", name, EntityType.PERSON, Set.of(), 1);
      trainer.add("ru", name, name, EntityType.PERSON, Set.of(), 1);
      trainer.add("ru", name + "а", name + " Иван", EntityType.PERSON, Set.of(), 1);
    }
    return trainer;
  }
}
