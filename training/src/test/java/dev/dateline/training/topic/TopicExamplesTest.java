package dev.dateline.training.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.training.data.TopicExamples;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicExamplesTest {

  private static final Path EXAMPLES = Path.of("examples");

  @Test
  void holdsFiftyLeadsOfEverySubjectInManyLanguages() {
    List<TopicExamples.Lead> leads = TopicExamples.leads(EXAMPLES);

    Map<Subject, Long> bySubject =
        leads.stream()
            .collect(Collectors.groupingBy(TopicExamples.Lead::subject, Collectors.counting()));
    assertThat(bySubject).hasSize(17);
    assertThat(bySubject.values()).allMatch(count -> count >= 50);
    assertThat(leads.stream().map(TopicExamples.Lead::language).distinct().count())
        .isGreaterThan(25);
  }

  @Test
  void namesAWordOfASubjectOnce() {
    for (TopicExamples.Words list : TopicExamples.words(EXAMPLES)) {
      assertThat(list.words())
          .as("%s %s", list.language(), list.subject())
          .doesNotHaveDuplicates()
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void namesTheSubjectsInTheOrderOfTheModel() {
    assertThat(TopicSamples.LABELS)
        .containsExactlyElementsOf(Arrays.stream(Subject.values()).map(Subject::slug).toList());
  }
}
