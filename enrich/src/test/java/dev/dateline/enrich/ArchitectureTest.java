package dev.dateline.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packagesOf = ArchitectureTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ONLY_THE_TOPOLOGY_KNOWS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("..enrich.topology..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "dev.dateline.runtime.kafka..", "org.rocksdb..");

  @ArchTest
  static final ArchRule STAGES_AND_KNOWLEDGE_KNOW_NO_EVENTS =
      noClasses()
          .that()
          .resideInAnyPackage("..enrich.stage..", "..enrich.knowledge..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dateline.schemas..", "..enrich.register..", "..enrich.topology..");

  @ArchTest
  static final ArchRule THE_REGISTER_KNOWS_NO_STAGES =
      noClasses()
          .that()
          .resideInAPackage("..enrich.register..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..enrich.stage..", "..enrich.knowledge..", "..enrich.topology..");

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE_IS_IMPORTED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.dateline.ingest..",
              "dev.dateline.sink..",
              "dev.dateline.console..",
              "dev.dateline.app..");
}
