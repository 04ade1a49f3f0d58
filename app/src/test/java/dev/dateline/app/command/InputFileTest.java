package dev.dateline.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {

  @TempDir private Path folder;

  @Test
  void theFaultNamesTheInputOnce() {
    assertThat(InputFile.fault("/in/a", new NoSuchFileException("/in/a")))
        .isEqualTo("dateline: cannot read /in/a: there is no such file. Check the path.");
    assertThat(InputFile.fault("/in/a", new AccessDeniedException("/in/a")))
        .startsWith("dateline: cannot read /in/a: permission denied. Ask");
    assertThat(InputFile.fault(folder.toString(), new IOException("Is a directory")))
        .endsWith(": it is a folder. Name its files, such as " + folder + "/*.");
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.org, true",
    "www.example.org/x, true",
    "example.org:8080/x, true",
    "article.html, false",
    "saved/www.example.org, false",
    "../a.html, false",
  })
  void anAddressWithoutItsSchemeIsTold(String input, boolean told) {
    String fault = InputFile.fault(input, new NoSuchFileException(input));

    assertThat(fault.endsWith("https://" + input)).isEqualTo(told);
  }
}
