package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.KnownName.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameMemoryTest {

  private final List<String> asked = new ArrayList<>();
  private final NameMemory memory = new NameMemory(this::meanings);

  private List<Candidate> meanings(String name, String language) {
    asked.add(name + " " + language);
    return List.of(new Candidate(1, EntityType.PLACE, name + language, true, false, 9));
  }

  @Test
  void asksForANameOnceInEachLanguage() {
    assertThat(memory.of("Praha", "cs").get(0).name()).isEqualTo("Prahacs");
    assertThat(memory.of("Praha", "cs").get(0).name()).isEqualTo("Prahacs");
    assertThat(memory.of("Praha", "sk").get(0).name()).isEqualTo("Prahask");
    assertThat(asked).containsExactly("Praha cs", "Praha sk");
  }

  @Test
  void namesOfTheSameHashAreNotTakenForEachOther() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(memory.of("Aa", "en").get(0).name()).isEqualTo("Aaen");
    assertThat(memory.of("BB", "en").get(0).name()).isEqualTo("BBen");
    assertThat(memory.of("Aa", "en").get(0).name()).isEqualTo("Aaen");
  }

  @Test
  void aLongNameIsNotKept() {
    String name = "Long ".repeat(40);
    memory.of(name, "en");
    memory.of(name, "en");
    assertThat(asked).hasSize(2);
  }
}
