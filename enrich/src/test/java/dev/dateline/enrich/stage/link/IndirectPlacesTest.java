package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndirectPlacesTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Gazetteer GAZETTEER = new Gazetteer(KNOWLEDGE);

  @Test
  void countriesGoByAdjectivesTooInCompounds() {
    assertThat(english("польського", "uk")).containsExactly("Poland");
    assertThat(english("российско", "ru")).containsExactly("Russia");
    assertThat(english("панамского", "ru")).containsExactly("Panama");
    assertThat(english("советских", "ru")).containsExactly("Soviet Union");
  }

  @Test
  void theAdjectiveOfACityStateIsThatOfTheState() {
    assertThat(english("сингапурского", "ru")).containsExactly("Singapore");
  }

  @Test
  void theFullNameOfAStateIsThatState() {
    assertThat(english("Республики Кипр", "ru")).containsExactly("Cyprus");
    assertThat(english("Кралство Норвегия", "bg")).containsExactly("Norway");
    assertThat(english("белорусского государства", "ru")).containsExactly("Belarus");
    assertThat(english("Kingdom of Eswatini", "ru")).containsExactly("Eswatini");
    assertThat(english("Российской империи", "ru")).isEmpty();
    assertThat(english("Республики", "ru")).isEmpty();
  }

  @Test
  void citiesGoByAdjectives() {
    assertThat(english("московского", "ru")).containsExactly("Moscow");
    assertThat(english("нью-йоркских", "ru")).contains("New York City");
    assertThat(english("грозненский", "ru")).contains("Groznyy");
    assertThat(english("лондонския", "bg")).contains("London");
    assertThat(english("курского", "ru")).containsExactly("Kursk");
    assertThat(english("київського", "uk")).contains("Kyiv");
    assertThat(english("berlínského", "cs")).contains("Berlin");
  }

  @Test
  void otherAdjectivesAreNoPlaces() {
    assertThat(english("человеческого", "ru")).isEmpty();
    assertThat(english("городской", "ru")).isEmpty();
    assertThat(english("морского", "ru")).isEmpty();
  }

  private static List<String> english(String form, String language) {
    return new IndirectPlaces(GAZETTEER, language)
        .of(form).stream().map(place -> KNOWLEDGE.name(place.entity(), "en")).toList();
  }
}
