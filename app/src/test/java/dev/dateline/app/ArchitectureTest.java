package dev.dateline.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies, as docs/ARCHITECTURE.md draws it. */
@AnalyzeClasses(packages = "dev.dateline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DEPENDENCIES_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.dateline..")
          .layer("schemas")
          .definedBy("dev.dateline.schemas..")
          .layer("runtime")
          .definedBy("dev.dateline.runtime..")
          .layer("ingest")
          .definedBy("dev.dateline.ingest..")
          .layer("enrich")
          .definedBy("dev.dateline.enrich..")
          .layer("sink")
          .definedBy("dev.dateline.sink..")
          .layer("console")
          .definedBy("dev.dateline.console..")
          .layer("embedded")
          .definedBy("dev.dateline.embedded..")
          .optionalLayer("testkit")
          .definedBy("dev.dateline.testkit..")
          .layer("training")
          .definedBy("dev.dateline.training..")
          .layer("app")
          .definedBy("dev.dateline.app..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("app", "training")
          .whereLayer("enrich")
          .mayOnlyBeAccessedByLayers("app", "training")
          .whereLayer("sink")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("console")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("embedded")
          .mayOnlyBeAccessedByLayers("app", "testkit");

  @ArchTest
  static final ArchRule PURE_PACKAGES_KNOW_NOTHING_OF_KAFKA =
      noClasses()
          .that(
              resideInAnyPackage(
                  "dev.dateline.enrich.stage..",
                  "dev.dateline.enrich.knowledge..",
                  "dev.dateline.enrich.register..",
                  "dev.dateline.ingest.extract.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule ONLY_THE_TOPOLOGY_KNOWS_STREAMS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.dateline.enrich.topology..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka.streams..");
}
