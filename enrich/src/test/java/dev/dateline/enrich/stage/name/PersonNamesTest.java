package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersonNamesTest {

  @Test
  void findsANameInAnotherScriptAndCase() throws IOException {
    PersonNames names = names();
    assertThat(flags(names, "Ivan")).containsExactly(PersonNames.GIVEN);
    assertThat(flags(names, "Иван")).containsExactly(PersonNames.GIVEN);
    assertThat(flags(names, "Иваном")).containsExactly(PersonNames.GIVEN_INFLECTED);
    assertThat(flags(names, "иван")).containsExactly(0);
    assertThat(flags(names, "Kowalskiego")).containsExactly(PersonNames.FAMILY_INFLECTED);
  }

  @Test
  void findsChineseAndKoreanFamilyNames() throws IOException {
    PersonNames names = names();
    assertThat(flags(names, "王小明")[0]).isEqualTo(PersonNames.FAMILY);
    assertThat(flags(names, "김민준")).containsExactly(PersonNames.FAMILY);
  }

  @Test
  void rejectsForeignFiles() {
    assertThatThrownBy(() -> PersonNames.read(new ByteArrayInputStream(new byte[20])))
        .isInstanceOf(IOException.class);
  }

  private static PersonNames names() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PersonNames.write(
        new TreeMap<>(
            Map.of(
                PersonNames.hash("Ivan"), 1,
                PersonNames.hash("Kowalski"), 2,
                PersonNames.hash("王"), 2,
                PersonNames.hash("김"), 2)),
        out);
    return PersonNames.read(new ByteArrayInputStream(out.toByteArray()));
  }

  private static int[] flags(PersonNames names, String text) {
    return names.of(Tokens.of(text), LanguageGuess.UNDETERMINED);
  }
}
