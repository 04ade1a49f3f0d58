package dev.dateline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.dateline.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {

  @ArchTest
  static final ArchRule READERS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.dateline.ingest.extract..",
              "dev.dateline.ingest.feed..",
              "dev.dateline.ingest.opml..",
              "dev.dateline.ingest.sitemap..",
              "dev.dateline.ingest.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "dev.dateline.runtime..",
              "dev.dateline.ingest",
              "dev.dateline.ingest.source..");

  @ArchTest
  static final ArchRule TEXT_KNOWS_NO_READER =
      noClasses()
          .that()
          .resideInAPackage("dev.dateline.ingest.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dateline.ingest.extract..",
              "dev.dateline.ingest.feed..",
              "dev.dateline.ingest.opml..",
              "dev.dateline.ingest.sitemap..");

  @ArchTest
  static final ArchRule SOURCES_KNOW_NOTHING_OF_KAFKA =
      noClasses()
          .that()
          .resideInAPackage("dev.dateline.ingest.source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.dateline.ingest");

  @ArchTest
  static final ArchRule FETCHING_KNOWS_NOTHING_OF_KAFKA =
      noClasses()
          .that()
          .resideInAPackage("dev.dateline.ingest.fetch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "dev.dateline.runtime.kafka..",
              "dev.dateline.ingest",
              "dev.dateline.ingest.extract..",
              "dev.dateline.ingest.feed..",
              "dev.dateline.ingest.source..");

  @ArchTest
  static final ArchRule SERVICES_MEET_AT_TOPICS_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dateline.enrich..",
              "dev.dateline.sink..",
              "dev.dateline.console..",
              "dev.dateline.embedded..",
              "dev.dateline.app..");
}
