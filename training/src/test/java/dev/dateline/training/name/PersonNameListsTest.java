package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonNameListsTest {

  @Test
  void readsListsInBracketsAndALineEach() {
    PersonNameLists lists = new PersonNameLists();
    lists.read(
        "bg",
        List.of(
            "    name:",
            "      male_first_name: [Ян, 'Ра\u0434о',",
            "        Пламен]",
            "      last_name:",
            "        - Новев",
            "        - \"#{male_last_name}\"",
            "      prefix: [г-н]"));
    assertThat(lists.given().get("bg")).containsExactly("Пламен", "Радо", "Ян");
    assertThat(lists.family().get("bg")).containsExactly("Новев");
  }
}
