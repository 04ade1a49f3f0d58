package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.NameKeys;
import dev.dateline.enrich.stage.EntityType;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionsTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load();

  @ParameterizedTest
  @CsvSource({
    "ru, Египет, Египта, true",
    "ru, Москва, Москвой, true",
    "ru, Москва, Московия, false",
    "uk, Київ, Києва, true",
    "pl, Kraków, Krakowie, true",
    "pl, Praga, Pradze, true",
    "cs, Karel, Karla, true",
    "cs, Praha, Praze, true",
    "hu, Budapest, Budapesten, true",
    "el, Πειραιάς, Πειραιά, true",
    "en, Paris, Parisa, false",
    "xx, Paris, Parise, false"
  })
  void knowsTheFormsOfItsLanguage(String language, String base, String form, boolean belongs) {
    Inflections inflections = Inflections.of(language);
    assertThat(inflections.inflects(NameKeys.folded(base), NameKeys.folded(form)))
        .isEqualTo(belongs);
  }

  @ParameterizedTest
  @CsvSource({
    "ru, PERSON, Никодима Верещагина, Никодим Верещагин",
    "pl, PERSON, Jana Zawadzkiego, Jan Zawadzki",
    "cs, PERSON, Petra Dvořáka, Petr Dvořák",
    "bg, ORGANIZATION, Министерството на спорта, Министерство на спорта",
    "en, PERSON, John Carter, John Carter",
    "tr, PERSON, Ayşe Yılmaz, Ayşe Yılmaz"
  })
  void guessesTheBaseFormOfAnUnknownName(
      String language, EntityType type, String form, String base) {
    BaseFormOptions options = new BaseFormOptions(KNOWLEDGE, language);
    assertThat(BaseFormModel.load().base(form, type, Set.of(), options)).isEqualTo(base);
  }

  @Test
  void aFormThatTheDocumentHasIsPreferred() {
    BaseFormOptions options = new BaseFormOptions(KNOWLEDGE, "ru");
    BaseFormModel model = BaseFormModel.load();
    assertThat(model.base("Маркова", EntityType.PERSON, Set.of("марков"), options))
        .isEqualTo("Марков");
    assertThat(model.base("Маркова", EntityType.PERSON, Set.of("маркова"), options))
        .isEqualTo("Маркова");
  }
}
