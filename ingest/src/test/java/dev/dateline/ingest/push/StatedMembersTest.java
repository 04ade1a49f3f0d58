package dev.dateline.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedMembersTest {

  @ParameterizedTest
  @CsvSource({
    "publishedAt, nonsense",
    "publishedAt, 2026-03-02T25:00:00Z",
    "updatedAt, yesterday",
    "firstCreated, 2026-13-01",
    "versioncreated, now",
    "url, /rel",
    "url, javascript:alert(1)",
  })
  void whatIsNotUnderstoodIsNamed(String member, String value) throws IOException {
    String article = "{\"text\":\"x\",\"" + member + "\":\"" + value + "\"}";

    assertThat(
            StatedMembers.fault(new ObjectMapper().readTree("[{\"text\":\"x\"}," + article + "]")))
        .hasValueSatisfying(
            fault ->
                assertThat(fault).startsWith("Article 2 has a \"" + member + "\" that is no "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\":\"https://p.example/1\",\"publishedAt\":\"2026-03-02T09:30:00+02:00\"}",
        "{\"url\":null,\"publishedAt\":\"\",\"updatedAt\":1772443800}",
        "{\"firstcreated\":\"2026-03-02\",\"uri\":\"urn:n:1\"}",
      })
  void whatIsUnderstoodOrNotStatedIsWell(String article) throws IOException {
    assertThat(StatedMembers.fault(new ObjectMapper().readTree(article))).isEmpty();
  }
}
