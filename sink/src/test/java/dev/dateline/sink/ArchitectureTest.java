package dev.dateline.sink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.dateline.sink",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE_IS_IMPORTED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dateline.ingest..",
              "dev.dateline.enrich..",
              "dev.dateline.console..",
              "dev.dateline.app..");

  @ArchTest
  static final ArchRule THE_STORE_KNOWS_NO_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage("..sink.postgres..", "..sink.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.dateline.runtime.kafka..");

  @ArchTest
  static final ArchRule WORDS_KNOW_NO_EVENTS =
      noClasses()
          .that()
          .resideInAPackage("..sink.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.dateline.schemas..", "..sink.postgres..", "dev.dateline.sink");
}
